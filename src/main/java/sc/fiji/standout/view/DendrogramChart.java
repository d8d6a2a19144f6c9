package sc.fiji.standout.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.List;

import sc.fiji.standout.study.ClusterTree;
import sc.fiji.standout.study.ClusterTree.Branch;

/** Draws the last merges of a dendrogram, each branch in the colour of its cluster, and tells which branch is where. */
final class DendrogramChart {

	private static final int LEFT = 70;
	private static final int RIGHT = 20;
	private static final int TOP = 62;

	/** Room for the texts of the leaves. */
	private static final int BOTTOM = 84;

	/** How far from a branch a click may be, in pixels. */
	private static final double NEAR = 6;

	private static final int LONGEST_TEXT = 12;

	private final ClusterTree tree;
	private final List<String> texts;
	private final int width;
	private final int height;
	private final double highest;

	/** @param texts what is written under each leaf */
	DendrogramChart(final ClusterTree tree, final List<String> texts, final int width, final int height) {
		this.tree = tree;
		this.texts = texts;
		this.width = width;
		this.height = height;
		final double root = tree.branches().get(tree.branches().size() - 1).distance();
		highest = root > 0 ? root * 1.03 : 1;
	}

	/** @param picked the items that are picked */
	void draw(final Graphics2D graphics, final String title, final String subtitle, final BitSet picked) {
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, width, height);
		graphics.setFont(ScatterChart.TITLE);
		centered(graphics, title, 24, Palette.TEXT);
		graphics.setFont(ScatterChart.FONT);
		centered(graphics, subtitle, 44, Palette.FAINT);
		drawAxis(graphics);
		for (final Branch branch : tree.branches()) drawPicked(graphics, branch, picked);
		for (final Branch branch : tree.branches()) draw(graphics, branch, color(branch), 1.8f);
		graphics.setFont(ScatterChart.FONT.deriveFont(Font.BOLD, 12f));
		for (final Branch branch : tree.branches()) if (branch.cluster() == ClusterTree.MIXED) drawNames(graphics, branch);
		graphics.setFont(ScatterChart.FONT.deriveFont(11f));
		for (int i = 0; i < tree.leaves(); i++) drawText(graphics, tree.branches().get(i), texts.get(i));
	}

	/**
	 * The branch at a point: the one whose bar, or whose line up to its parent, is nearest, or the leaf whose text is there;
	 * null where there is none.
	 */
	Branch at(final double x, final double y) {
		Branch best = null;
		double least = NEAR;
		for (final Branch branch : tree.branches()) {
			if (branch.isLeaf()) continue;
			final double bar = y(branch.distance());
			final Branch left = tree.branches().get(branch.left());
			final Branch right = tree.branches().get(branch.right());
			final double toBar = Line2D.ptSegDist(x(left), bar, x(right), bar, x, y);
			if (toBar < least) {
				least = toBar;
				best = branch;
			}
			for (final Branch child : List.of(left, right)) {
				final double toLine = Line2D.ptSegDist(x(child), bar, x(child), y(child.distance()), x, y);
				if (toLine >= least) continue;
				least = toLine;
				best = child;
			}
		}
		if (best == null && y > height - BOTTOM) {
			final int leaf = (int) Math.floor((x - LEFT) / step());
			if (leaf >= 0 && leaf < tree.leaves()) best = tree.branches().get(leaf);
		}
		return best;
	}

	/** Where the top of a branch is: the middle of its bar, or the end of a leaf's line. */
	Point2D top(final Branch branch) {
		return new Point2D.Double(x(branch), y(branch.distance()));
	}

	// -- Helper methods --

	private void draw(final Graphics2D graphics, final Branch branch, final Color color, final float stroke) {
		if (branch.isLeaf()) return;
		final Branch left = tree.branches().get(branch.left());
		final Branch right = tree.branches().get(branch.right());
		final double bar = y(branch.distance());
		final Path2D path = new Path2D.Double();
		path.moveTo(x(left), bar);
		path.lineTo(x(right), bar);
		graphics.setStroke(new BasicStroke(stroke, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
		graphics.setColor(color);
		graphics.draw(path);
		for (final Branch child : List.of(left, right)) {
			// the line to a child has the child's colour, so that each cluster hangs on a line of its own
			graphics.setColor(stroke > 2 ? color : color(child));
			graphics.draw(new Line2D.Double(x(child), bar, x(child), y(child.distance())));
		}
	}

	/** A broad line under a branch all of whose items are picked, and a thinner one where some are. */
	private void drawPicked(final Graphics2D graphics, final Branch branch, final BitSet picked) {
		int count = 0;
		for (int i = branch.first(); i < branch.first() + branch.size(); i++) if (picked.get(tree.items()[i])) count++;
		if (count == branch.size()) draw(graphics, branch, Palette.PICKED, 7);
		if (count == 0 || !branch.isLeaf()) return;
		graphics.setColor(Palette.PICKED);
		final double side = Math.min(12, step());
		graphics.fill(new Rectangle2D.Double(x(branch) - side / 2, height - BOTTOM, side, count == branch.size() ? 6 : 3));
	}

	/** The number of each cluster beside the line on which it hangs. */
	private void drawNames(final Graphics2D graphics, final Branch branch) {
		for (final int index : new int[] { branch.left(), branch.right() }) {
			final Branch child = tree.branches().get(index);
			if (child.cluster() < 0) continue;
			graphics.setColor(color(child));
			graphics.drawString(String.valueOf(child.cluster()), (float) x(child) + 5, (float) y(child.distance()) - 6);
		}
	}

	private static Color color(final Branch branch) {
		if (branch.cluster() == ClusterTree.MIXED) return Palette.FAINT;
		return new Color(branch.cluster() < 0 ? Palette.NONE : Palette.category(branch.cluster()));
	}

	private void drawAxis(final Graphics2D graphics) {
		graphics.setFont(ScatterChart.FONT.deriveFont(11f));
		graphics.setStroke(new BasicStroke(1));
		final double tick = tick(highest / 6);
		final FontMetrics metrics = graphics.getFontMetrics();
		for (int i = 0; i * tick <= highest; i++) {
			final double y = y(i * tick);
			graphics.setColor(Palette.GRID);
			graphics.draw(new Line2D.Double(LEFT, y, width - RIGHT, y));
			graphics.setColor(Palette.FAINT);
			final String text = new java.math.BigDecimal(i * tick).round(new java.math.MathContext(4)).stripTrailingZeros()
				.toPlainString();
			graphics.drawString(text, LEFT - 8 - metrics.stringWidth(text), (float) y + 4);
		}
		graphics.setFont(ScatterChart.FONT);
		final AffineTransform before = graphics.getTransform();
		graphics.rotate(-Math.PI / 2, 18, (TOP + height - BOTTOM) / 2.0);
		graphics.setColor(Palette.TEXT);
		graphics.drawString("distance", 18 - graphics.getFontMetrics().stringWidth("distance") / 2f, (TOP + height - BOTTOM) /
			2f);
		graphics.setTransform(before);
	}

	/** 1, 2 or 5 times a power of ten, not below a number. */
	private static double tick(final double least) {
		final double power = Math.pow(10, Math.floor(Math.log10(least)));
		for (final int factor : new int[] { 1, 2, 5 }) if (factor * power >= least) return factor * power;
		return 10 * power;
	}

	/** Upright where there is room, else from bottom to top. */
	private void drawText(final Graphics2D graphics, final Branch leaf, final String full) {
		final String text = full.length() <= LONGEST_TEXT ? full : full.substring(0, LONGEST_TEXT - 1) + "\u2026";
		final FontMetrics metrics = graphics.getFontMetrics();
		final float x = (float) x(leaf);
		final float y = height - BOTTOM + 6;
		graphics.setColor(leaf.cluster() < 0 ? Palette.FAINT : color(leaf).darker());
		if (metrics.stringWidth("(99999)") < step()) {
			graphics.drawString(text, x - metrics.stringWidth(text) / 2f, y + metrics.getAscent());
			return;
		}
		final AffineTransform before = graphics.getTransform();
		graphics.rotate(-Math.PI / 2, x, y);
		graphics.drawString(text, x - metrics.stringWidth(text), y + metrics.getAscent() / 2f - 1);
		graphics.setTransform(before);
	}

	private void centered(final Graphics2D graphics, final String text, final int y, final Color color) {
		graphics.setColor(color);
		graphics.drawString(text, (width - graphics.getFontMetrics().stringWidth(text)) / 2f, y);
	}

	private double step() {
		return (double) (width - LEFT - RIGHT) / tree.leaves();
	}

	private double x(final Branch branch) {
		return LEFT + (branch.x() + 0.5) * step();
	}

	private double y(final double distance) {
		return height - BOTTOM - distance / highest * (height - BOTTOM - TOP);
	}
}
