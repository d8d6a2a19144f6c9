package sc.fiji.standout.view;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
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

/** A window with pictures of items side by side, linked with all that shows the same selection. */
abstract class TilesFrame extends StudyFrame {

	private static final long serialVersionUID = 1L;
	private static final int SIDE = 112;

	private final MontagePanel panel;
	private final JToolBar bar = new JToolBar();
	private final JComboBox<Shown> shown = new JComboBox<>();
	private final JLabel status = new JLabel(" ");
	private final transient Shown first;
	private boolean updating;

	/** @param first what is shown at first */
	TilesFrame(final String title, final Study study, final Pictures pictures, final Shown first) {
		super(title, study);
		this.first = first;
		panel = new MontagePanel(study, pictures, SIDE);
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
			if (!side.getValueIsAdjusting()) setSide(side.getValue());
		});
		bar.setFloatable(false);
		bar.add(Box.createHorizontalStrut(6));
		addControl("Show", shown);
		addControl("Size", side);
		status.setBorder(BorderFactory.createEmptyBorder(4, 10, 5, 10));
		final JScrollPane scroll = new JScrollPane(panel, JScrollPane.VERTICAL_SCROLLBAR_ALWAYS,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.getViewport().setBackground(Color.WHITE);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		if (!pictures.parts().isEmpty()) scroll.setColumnHeaderView(new TileNames(panel, pictures.parts()));
		add(bar, BorderLayout.NORTH);
		add(scroll, BorderLayout.CENTER);
		add(status, BorderLayout.SOUTH);
	}

	/** The items that are to be shown, in the order in which they are. */
	abstract int[] items(Shown choice);

	/** What is said where there are no such items. */
	abstract String whyNone(Shown choice);

	/** What is written below the pictures now. */
	abstract Captions captions();

	/** How the items are ordered, such as "worst first". */
	abstract String order();

	/** Adds something to choose from to the row above the pictures. */
	final void addControl(final String label, final Component control) {
		if (bar.getComponentCount() > 1) bar.addSeparator();
		bar.add(new JLabel(label + " "));
		bar.add(control);
	}

	/** The tiles that are seen now. */
	@Override
	public BufferedImage toImage() {
		final JScrollPane scroll = (JScrollPane) panel.getParent().getParent();
		final int names = scroll.getColumnHeader() == null ? 0 : scroll.getColumnHeader().getHeight();
		final Rectangle visible = panel.getVisibleRect();
		final BufferedImage image = new BufferedImage(Math.max(1, visible.width), Math.max(1, visible.height + names),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		if (names > 0) scroll.getColumnHeader().getView().paint(graphics);
		graphics.translate(-visible.x, names - visible.y);
		graphics.setClip(visible);
		panel.paint(graphics);
		graphics.dispose();
		return image;
	}

	/** The line below the tiles, such as "Outliers: 90 of 1797 items, worst first; 5 picked". */
	public final String statusText() {
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
		shown.setSelectedItem(choices.contains(before) ? before : first);
		updating = false;
		refresh();
	}

	@Override
	final void selectionChanged() {
		if (choice().kind() == Shown.Kind.PICKED) refresh();
		else updateSelection();
	}

	final MontagePanel panel() {
		return panel;
	}

	/** Shows the items anew. */
	final void refresh() {
		panel.setItems(items(choice()), captions(), whyNone(choice()));
		updateSelection();
		repaint();
	}

	// -- Helper methods --

	private Shown choice() {
		final Shown choice = (Shown) shown.getSelectedItem();
		return choice == null ? first : choice;
	}

	private void setSide(final int side) {
		panel.setSide(side);
		repaint();
	}

	private void updateSelection() {
		panel.selectionChanged();
		final int picked = study().selection().count();
		status.setText(choice() + ": " + panel.items().length + " of " + study().size() + " items, " + order() +
			(picked == 0 ? "" : "; " + picked + " picked"));
	}
}
