package sc.fiji.standout.view;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JToolBar;

import sc.fiji.standout.study.Study;

/** A window with the outliers' images side by side, worst first, linked with all that shows the same selection. */
public final class MontageFrame extends StudyFrame {

	private static final long serialVersionUID = 1L;
	private static final OpenFrames<MontageFrame> OPEN = new OpenFrames<>();
	private static final int SIDE = 112;

	private final MontagePanel panel;
	private final JComboBox<Shown> shown = new JComboBox<>();
	private final JLabel status = new JLabel(" ");
	private boolean updating;

	/**
	 * Opens the montage of a study, or brings the one that is open to the front. Where no outliers were looked for yet,
	 * or none were found, the window says so. May be called on any thread.
	 *
	 * @param title of the window, such as the image's title
	 * @throws java.awt.HeadlessException where there is no display
	 */
	public static MontageFrame show(final String title, final Study study) {
		return OpenFrames.onEventThread(() -> {
			MontageFrame frame = OPEN.get(study);
			if (frame == null) {
				frame = new MontageFrame(title, study);
				OPEN.put(study, frame);
				frame.open(false);
			}
			else {
				frame.setTitle(windowTitle(title));
				frame.studyChanged();
				frame.toFront();
			}
			return frame;
		});
	}

	/** Closes the montage of a study, if there is one. May be called on any thread. */
	public static void closeAll(final Study study) {
		OPEN.close(study);
	}

	private MontageFrame(final String title, final Study study) {
		super(windowTitle(title), study);
		panel = new MontagePanel(study, SIDE);
		new MontageMouse(panel, study.selection(), this, () -> choice().kind() == Shown.Kind.PICKED);
		shown.setName("shown");
		shown.setFocusable(false);
		shown.setMaximumSize(new Dimension(220, 40));
		shown.addActionListener(e -> {
			if (!updating) refresh();
		});
		final JSlider side = new JSlider(48, 256, SIDE);
		side.setFocusable(false);
		side.setMaximumSize(new Dimension(200, 40));
		side.setToolTipText("Size of the pictures");
		// new pictures are read once, when the user lets go
		side.addChangeListener(e -> {
			if (!side.getValueIsAdjusting()) panel.setSide(side.getValue());
		});
		final JToolBar bar = new JToolBar();
		bar.setFloatable(false);
		bar.add(Box.createHorizontalStrut(6));
		bar.add(new JLabel("Show "));
		bar.add(shown);
		bar.addSeparator();
		bar.add(new JLabel("Size "));
		bar.add(side);
		status.setBorder(BorderFactory.createEmptyBorder(4, 10, 5, 10));
		final JScrollPane scroll = new JScrollPane(panel, JScrollPane.VERTICAL_SCROLLBAR_ALWAYS,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.getViewport().setBackground(Color.WHITE);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		add(bar, BorderLayout.NORTH);
		add(scroll, BorderLayout.CENTER);
		add(status, BorderLayout.SOUTH);
	}

	/** The tiles that are seen now. */
	@Override
	public BufferedImage toImage() {
		final Rectangle visible = panel.getVisibleRect();
		final BufferedImage image = new BufferedImage(Math.max(1, visible.width), Math.max(1, visible.height),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		graphics.translate(-visible.x, -visible.y);
		graphics.setClip(visible);
		panel.paint(graphics);
		graphics.dispose();
		return image;
	}

	/** The line below the tiles, such as "90 outliers among 1797 items, worst first; 5 picked". */
	public String statusText() {
		return status.getText();
	}

	@Override
	public void dispose() {
		panel.close();
		super.dispose();
	}

	@Override
	void studyChanged() {
		final Shown before = choice();
		final List<Shown> choices = new ArrayList<>(List.of(Shown.OUTLIERS, Shown.PICKED, Shown.ALL));
		final int clusters = Summary.clusters(study());
		for (int c = -1; clusters > 0 && c < clusters; c++) choices.add(new Shown(Shown.Kind.CLUSTER, c));
		updating = true;
		shown.setModel(new DefaultComboBoxModel<>(choices.toArray(new Shown[0])));
		shown.setSelectedItem(choices.contains(before) ? before : Shown.OUTLIERS);
		updating = false;
		refresh();
	}

	@Override
	void selectionChanged() {
		if (choice().kind() == Shown.Kind.PICKED) refresh();
		else updateSelection();
	}

	MontagePanel panel() {
		return panel;
	}

	// -- Helper methods --

	private static String windowTitle(final String title) {
		return "Montage of " + title;
	}

	private Shown choice() {
		final Shown choice = (Shown) shown.getSelectedItem();
		return choice == null ? Shown.OUTLIERS : choice;
	}

	private void refresh() {
		panel.setItems(choice().items(study()), choice().whyNone(study()));
		updateSelection();
	}

	private void updateSelection() {
		panel.selectionChanged();
		final int picked = study().selection().count();
		status.setText(choice() + ": " + panel.items().length + " of " + study().size() + " items, worst first" +
			(picked == 0 ? "" : "; " + picked + " picked"));
	}
}
