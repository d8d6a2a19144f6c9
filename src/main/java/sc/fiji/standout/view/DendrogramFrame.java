package sc.fiji.standout.view;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.image.BufferedImage;

import javax.swing.BorderFactory;
import javax.swing.JLabel;

import sc.fiji.standout.study.ClusterTree;
import sc.fiji.standout.study.Study;

/** A window with the dendrogram of a study, linked with all that shows the same study's selection. */
public final class DendrogramFrame extends StudyFrame {

	private static final long serialVersionUID = 1L;
	private static final OpenFrames<DendrogramFrame> OPEN = new OpenFrames<>();

	private final DendrogramPanel panel;
	private final JLabel status = new JLabel(" ");

	/**
	 * Opens the dendrogram of a study, or brings the one that is open to the front. May be called on any thread.
	 *
	 * @param title of the window, such as the image's title
	 * @throws IllegalStateException when there is no clustering with a dendrogram
	 * @throws java.awt.HeadlessException where there is no display
	 */
	public static DendrogramFrame show(final String title, final Study study) {
		final ClusterTree tree = ClusterTree.of(study, DendrogramPlot.MOST_LEAVES);
		return OpenFrames.onEventThread(() -> {
			DendrogramFrame frame = OPEN.get(study);
			if (frame == null) {
				frame = new DendrogramFrame(title, study, tree);
				OPEN.put(study, frame);
				frame.open(false);
			}
			else frame.toFront();
			return frame;
		});
	}

	/** Closes the dendrogram of a study, if there is one. May be called on any thread. */
	public static void closeAll(final Study study) {
		OPEN.close(study);
	}

	private DendrogramFrame(final String title, final Study study, final ClusterTree tree) {
		super("Dendrogram of " + title, study);
		panel = new DendrogramPanel(study, tree, this);
		status.setBorder(BorderFactory.createEmptyBorder(4, 10, 5, 10));
		getContentPane().setBackground(Color.WHITE);
		add(panel, BorderLayout.CENTER);
		add(status, BorderLayout.SOUTH);
	}

	/** The dendrogram with what is picked, at twice the resolution of the screen. */
	@Override
	public BufferedImage toImage() {
		return DendrogramPlot.picture(study(), panel.tree(), panel.picked(), panel.getWidth(), panel.getHeight(), 2);
	}

	/** The line below the dendrogram. */
	public String statusText() {
		return status.getText();
	}

	DendrogramPanel panel() {
		return panel;
	}

	/** Keeps the old picture where the new clusters have no dendrogram. */
	@Override
	void studyChanged() {
		try {
			panel.setTree(ClusterTree.of(study(), DendrogramPlot.MOST_LEAVES));
			selectionChanged();
		}
		catch (final IllegalStateException e) {
			status.setText("The clusters have changed, and the new ones have no dendrogram; this is the old one.");
		}
	}

	@Override
	void selectionChanged() {
		final int picked = study().selection().count();
		status.setText("Click a branch to pick its items, shift-click to add" + (picked == 0 ? "" : "; " + picked +
			" picked"));
		panel.repaint();
	}
}
