package sc.fiji.standout.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.MontageMaker;
import ij.process.ImageProcessor;

/** Writes pictures of the samples for people to look at: {@code SamplePictures FOLDER}. No test. */
final class SamplePictures {

	private SamplePictures() {}

	public static void main(final String[] args) {
		final ImagePlus cells = SampleCells.create(1000, 42);
		final ImageStack normal = new ImageStack(SampleCells.SIZE, SampleCells.SIZE);
		final ImageStack outliers = new ImageStack(SampleCells.SIZE, SampleCells.SIZE);
		for (int i = 1; i <= 1000; i++) {
			final String label = cells.getStack().getSliceLabel(i);
			final ImageProcessor slice = cells.getStack().getProcessor(i);
			if (!label.equals(SampleCells.NORMAL)) outliers.addSlice(label, slice);
			else if (normal.size() < 48) normal.addSlice(label, slice);
		}
		montage(normal, args[0] + "/cells.png");
		montage(outliers, args[0] + "/outliers.png");
		final ImagePlus blobs = SampleBlobs.create(100, 33);
		new FileSaver(blobs.flatten()).saveAsPng(args[0] + "/blobs.png");
	}

	private static void montage(final ImageStack stack, final String path) {
		final int rows = (stack.size() + 7) / 8;
		new FileSaver(new MontageMaker().makeMontage2(new ImagePlus("montage", stack), 8, rows, 2, 1, stack.size(), 1, 2,
			true)).saveAsPng(path);
	}
}
