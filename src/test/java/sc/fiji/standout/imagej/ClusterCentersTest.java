package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Study;

class ClusterCentersTest {

	@Test
	void meansThenTheNearestItems() {
		final ImageStack stack = new ImageStack(2, 1);
		for (final int value : new int[] { 100, 200, 330, 5000 }) stack.addSlice("v" + value, new ShortProcessor(2, 1,
			new short[] { (short) value, (short) (2 * value) }, null));
		final ImagePlus image = new ImagePlus("test", stack);
		final ImagePlus centers = ClusterCenters.of(study(image, 0, 0, 0, 1), "centers", Progress.NONE);
		assertEquals(32, centers.getBitDepth());
		assertEquals(12, centers.getStackSize());
		assertEquals(210, centers.getStack().getVoxel(0, 0, 0), 1e-3);
		assertEquals(420, centers.getStack().getVoxel(1, 0, 0), 1e-3);
		assertEquals(5000, centers.getStack().getVoxel(0, 0, 1));
		assertEquals("Cluster 0: mean of 3", centers.getStack().getSliceLabel(1));
		// features are 1, 2, 3, 4, so that the second is nearest to the center of the first three
		assertEquals(200, centers.getStack().getVoxel(0, 0, 2));
		assertEquals("Cluster 0: item 2, v200", centers.getStack().getSliceLabel(3));
		assertEquals("Cluster 1: item 4, v5000", centers.getStack().getSliceLabel(4));
		assertEquals("Cluster 1: no more items", centers.getStack().getSliceLabel(6));
		assertEquals(10000, centers.getDisplayRangeMax());
	}

	@Test
	void colorsStayColors() {
		final ImageStack stack = new ImageStack(1, 1);
		for (final int rgb : new int[] { 0x102030, 0x304050, 0xff0000 }) stack.addSlice(new ColorProcessor(1, 1,
			new int[] { rgb }));
		final ImagePlus centers = ClusterCenters.of(study(new ImagePlus("rgb", stack), 0, 0, -1), "centers", Progress.NONE);
		assertEquals(24, centers.getBitDepth());
		assertEquals(6, centers.getStackSize());
		assertEquals(0x203040, centers.getStack().getProcessor(1).get(0) & 0xffffff);
	}

	@Test
	void noiseAloneHasNoCenters() {
		final ImageStack stack = new ImageStack(2, 1);
		for (int i = 0; i < 3; i++) stack.addSlice(new ShortProcessor(2, 1));
		assertThrows(IllegalStateException.class, () -> ClusterCenters.of(study(new ImagePlus("test", stack), -1, -1, -1),
			"centers", Progress.NONE));
	}

	private static Study study(final ImagePlus image, final int... labels) {
		final Study study = new Study(ImageItems.of(image, "Slices", "", "", 0, Progress.NONE));
		final double[] features = new double[labels.length];
		for (int i = 0; i < features.length; i++) features[i] = i + 1;
		study.setFeatures(new Features("Test", List.of("x"), Matrix.of(features, features.length, 1), List.of()));
		study.setClustering(new Clustering(labels, new double[labels.length], null));
		return study;
	}
}
