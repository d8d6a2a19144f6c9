package sc.fiji.standout.imagej;

import java.awt.Rectangle;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import sc.fiji.standout.imagej.picture.Picture;
import sc.fiji.standout.imagej.picture.PixelType;

/** The pictures of an image folder in their own sizes, all with the same type of pixels. */
final class PictureItems extends FrameItems {

	private final Picture[] pictures;
	private final PixelType type;

	/** @param image an image whose stack is a {@link FolderStack} */
	PictureItems(final ImagePlus image, final boolean together) {
		super(image, together);
		final FolderStack stack = (FolderStack) image.getStack();
		type = stack.type();
		pictures = new Picture[size()];
		for (int i = 0; i < pictures.length; i++) pictures[i] = stack.picture(frames.slice(i));
	}

	@Override
	public String file(final int item) {
		return pictures[item].name();
	}

	@Override
	public RandomAccessibleInterval<? extends RealType<?>> pixels(final int item) {
		frames.planes().checkOpen();
		final ImageProcessor picture = pictures[item].read(type);
		final Rectangle all = new Rectangle(picture.getWidth(), picture.getHeight());
		return Frames.copy(new Object[] { picture.getPixels() }, all.width, all);
	}

	@Override
	public int[] dimensions(final int item) {
		return new int[] { pictures[item].header().width(), pictures[item].header().height(), type.channels() };
	}
}
