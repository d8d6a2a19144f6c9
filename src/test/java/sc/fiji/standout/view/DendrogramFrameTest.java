package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.event.InputEvent;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.cluster.HierarchicalClusterer;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.study.ClusterTree;
import sc.fiji.standout.study.Study;

/** Works the dendrogram with the mouse; the windows need a display, such as Xvfb. */
class DendrogramFrameTest {

	private final Study study = clustered();

	private static Study clustered() {
		final Study study = SyntheticItems.study(new SyntheticItems(300, 12, 1), 4);
		study.setClustering(new HierarchicalClusterer().cluster(study.embedding(), Settings.of("k", 4), Progress.NONE));
		return study;
	}

	@AfterEach
	void close() {
		DendrogramFrame.closeAll(study);
	}

	@Test
	void aPictureNeedsNoDisplayAndShowsTheClustersInTheirColors() {
		final BufferedImage picture = DendrogramPlot.render(study, 900, 600);
		assertEquals(900, picture.getWidth());
		for (int cluster = 0; cluster < 4; cluster++) {
			final int color = 0xff000000 | Palette.category(cluster);
			int count = 0;
			for (int y = 0; y < 600; y++) for (int x = 0; x < 900; x++) if (picture.getRGB(x, y) == color) count++;
			assertTrue(count > 20, count + " pixels of cluster " + cluster);
		}
		assertThrows(IllegalArgumentException.class, () -> DendrogramPlot.render(study, 100, 100));
	}

	@Test
	void clickOnABranchPicksItsItems() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
		final DendrogramFrame frame = DendrogramFrame.show("cells.tif", study);
		final Mouse mouse = new Mouse(frame.panel());
		final ClusterTree tree = frame.panel().tree();
		final ClusterTree.Branch root = tree.branches().get(tree.branches().size() - 1);
		final ClusterTree.Branch left = tree.branches().get(root.left());
		final ClusterTree.Branch right = tree.branches().get(root.right());
		click(mouse, frame, left, 0);
		assertArrayEquals(sorted(tree.items(left)), study.selection().items());
		click(mouse, frame, right, InputEvent.SHIFT_DOWN_MASK);
		assertEquals(300, study.selection().count());
		assertTrue(frame.statusText().endsWith("; 300 picked"), frame.statusText());
		mouse.click(frame.panel().getWidth() - 3, 3, 0);
		assertEquals(0, study.selection().count());
		final ClusterTree.Branch leaf = tree.branches().get(7);
		click(mouse, frame, leaf, 0);
		assertArrayEquals(sorted(tree.items(leaf)), study.selection().items());
	}

	@Test
	void followsTheStudyAndKeepsTheOldTreeWhereThereIsNoNewOne() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
		final DendrogramFrame frame = DendrogramFrame.show("cells.tif", study);
		assertSame(frame, DendrogramFrame.show("cells.tif", study));
		final ClusterTree before = frame.panel().tree();
		study.setClustering(new HierarchicalClusterer().cluster(study.embedding(), Settings.of("linkage", "Complete"),
			Progress.NONE));
		Mouse.sync();
		final ClusterTree after = frame.panel().tree();
		assertNotEquals(before.branches(), after.branches());
		study.setClustering(new Clustering(new int[300], new double[300], null));
		Mouse.sync();
		assertSame(after, frame.panel().tree());
		assertTrue(frame.statusText().contains("no dendrogram"), frame.statusText());
		assertEquals(2 * frame.panel().getWidth(), frame.toImage().getWidth());
	}

	private static void click(final Mouse mouse, final DendrogramFrame frame, final ClusterTree.Branch branch,
		final int modifiers) throws Exception
	{
		final Point2D top = frame.panel().chart().top(branch);
		// a leaf's text is below its line
		mouse.click(top.getX(), top.getY() + (branch.isLeaf() ? 20 : 0), modifiers);
	}

	private static int[] sorted(final int[] items) {
		final int[] sorted = items.clone();
		Arrays.sort(sorted);
		return sorted;
	}
}
