package sc.fiji.standout.view;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.BitSet;

import javax.swing.JComponent;
import javax.swing.SwingUtilities;

import sc.fiji.standout.study.ClusterTree;
import sc.fiji.standout.study.Selection;
import sc.fiji.standout.study.Study;

/** A dendrogram whose branches pick their items. */
final class DendrogramPanel extends JComponent {

	private static final long serialVersionUID = 1L;

	private final transient Study study;
	private final transient Object origin;
	private transient ClusterTree tree;

	/** @param origin who is said to have changed the selection */
	DendrogramPanel(final Study study, final ClusterTree tree, final Object origin) {
		this.study = study;
		this.tree = tree;
		this.origin = origin;
		setOpaque(true);
		setPreferredSize(new Dimension(900, 600));
		final MouseAdapter mouse = new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent e) {
				if (SwingUtilities.isLeftMouseButton(e)) click(e);
			}

			@Override
			public void mouseMoved(final MouseEvent e) {
				final ClusterTree.Branch branch = chart().at(e.getX(), e.getY());
				setCursor(Cursor.getPredefinedCursor(branch == null ? Cursor.DEFAULT_CURSOR : Cursor.HAND_CURSOR));
				setToolTipText(branch == null ? null : tip(branch));
			}
		};
		addMouseListener(mouse);
		addMouseMotionListener(mouse);
	}

	void setTree(final ClusterTree newTree) {
		tree = newTree;
		repaint();
	}

	ClusterTree tree() {
		return tree;
	}

	/** The chart as it is laid out now. */
	DendrogramChart chart() {
		return new DendrogramChart(tree, DendrogramPlot.texts(study, tree), getWidth(), getHeight());
	}

	/** The items that are picked. */
	BitSet picked() {
		final BitSet picked = new BitSet();
		for (final int item : study.selection().items()) picked.set(item);
		return picked;
	}

	@Override
	protected void paintComponent(final Graphics g) {
		final Graphics2D graphics = (Graphics2D) g.create();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, getWidth(), getHeight());
		chart().draw(graphics, study.items().description(), DendrogramPlot.subtitle(study, tree), picked());
		graphics.dispose();
	}

	// -- Helper methods --

	/** Shift adds; a click beside all branches picks nothing. */
	private void click(final MouseEvent e) {
		final Selection selection = study.selection();
		final ClusterTree.Branch branch = chart().at(e.getX(), e.getY());
		if (branch == null) {
			if (!e.isShiftDown()) selection.clear(origin);
		}
		else if (e.isShiftDown()) selection.add(tree.items(branch), origin);
		else selection.set(tree.items(branch), origin);
	}

	private static String tip(final ClusterTree.Branch branch) {
		return Summary.count(branch.size(), "item") + (branch.cluster() == ClusterTree.MIXED ? " of several clusters" : branch
			.cluster() < 0 ? " without a cluster" : " of cluster " + branch.cluster()) + (branch.isLeaf() ? ""
				: String.format(java.util.Locale.ROOT, ", merged at a distance of %.4g", branch.distance()));
	}
}
