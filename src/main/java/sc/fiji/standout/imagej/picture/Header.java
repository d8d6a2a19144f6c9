package sc.fiji.standout.imagej.picture;

/**
 * What a picture file says about its picture before its pixels are read.
 *
 * @param width in pixels
 * @param height in pixels
 * @param type of the pixels
 * @param pages how many pictures the file has; only the first one is read
 */
public record Header(int width, int height, PixelType type, int pages) {}
