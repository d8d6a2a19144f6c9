package sc.fiji.standout.imagej;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.standout.item.Items;

/** Items that lie in an ImageJ image. */
public interface ImageBacked extends Items {

	ImagePlus image();

	/** How many slices of the stack make one item: 1, or the channels of a frame. */
	int channels();

	/** A new ROI around the item, named like it and at its position in the stack; null for slices and frames. */
	Roi outline(int item);

	/**
	 * The item that the image shows at a slice and a pixel, the smallest where several overlap; -1 where there is none.
	 *
	 * @param slice position in the stack, from 1
	 */
	int itemAt(int slice, int x, int y);
}
