package sc.fiji.standout.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import sc.fiji.standout.study.ClusterTree;
import sc.fiji.standout.study.Study;

/** Dendrograms as pictures; needs no display. */
public final class DendrogramPlot {

	/** The most leaves that are drawn; below them, the tree is cut off. */
	static final int MOST_LEAVES = 50;

	private DendrogramPlot() {}

	/**
	 * Draws the last merges of a study's dendrogram.
	 *
	 * @param width of the picture, at least 200 pixels
	 * @param height of the picture, at least 200 pixels
	 * @return an opaque picture
	 * @throws IllegalStateException when there is no clustering with a dendrogram
	 * @throws IllegalArgumentException when the picture is too small
	 */
	public static BufferedImage render(final Study study, final int width, final int height) {
		if (width < 200 || height < 200) throw new IllegalArgumentException("A dendrogram of " + width + " x " + height +
			" pixels is too small; it needs at least 200 x 200.");
		return picture(study, ClusterTree.of(study, MOST_LEAVES), new BitSet(), width, height, 1);
	}

	/** @param scale dots of the picture for each unit of length */
	static BufferedImage picture(final Study study, final ClusterTree tree, final BitSet picked, final int width,
		final int height, final double scale)
	{
		final BufferedImage image = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		try {
			graphics.scale(scale, scale);
			new DendrogramChart(tree, texts(study, tree), width, height).draw(graphics, study.items().description(), subtitle(
				study, tree), picked);
			return image;
		}
		finally {
			graphics.dispose();
		}
	}

	/** Under each leaf: how many items it stands for, or the label or number of the only one. */
	static List<String> texts(final Study study, final ClusterTree tree) {
		final List<String> texts = new ArrayList<>();
		for (final ClusterTree.Branch leaf : tree.branches().subList(0, tree.leaves())) {
			final int item = tree.items()[leaf.first()];
			final String label = study.label(item);
			texts.add(leaf.size() > 1 ? "(" + leaf.size() + ")" : label.isBlank() ? String.valueOf(item + 1) : label);
		}
		return texts;
	}

	/** What is seen, such as "the last 49 of 1796 merges, 8 clusters (numbers at the lines); (n) stands for n items". */
	static String subtitle(final Study study, final ClusterTree tree) {
		final int merges = study.size() - 1;
		final int shown = tree.leaves() - 1;
		return (shown < merges ? "the last " + shown + " of " + merges + " merges" : Summary.count(merges, "merge")) + ", " +
			Summary.count(study.clusterCount(), "cluster") + " (numbers at the lines); (n) stands for n items";
	}
}
