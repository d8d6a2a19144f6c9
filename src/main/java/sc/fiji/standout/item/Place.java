package sc.fiji.standout.item;

/**
 * Where an item lies in its image.
 *
 * @param slice position in the stack, from 1
 * @param roi name of the ROI, label or tile; "" for whole slices and frames
 */
public record Place(int slice, String roi) {}
