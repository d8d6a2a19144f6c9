package sc.fiji.standout.view;

import java.util.List;
import java.util.function.Consumer;

import javax.swing.Box;
import javax.swing.ButtonGroup;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;

import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Study;

/** The row above a plot: which columns it shows, what the mouse does, zoom. */
final class PlotControls extends JToolBar {

	private static final long serialVersionUID = 1L;
	private static final String ONE_COLOR = "(one color)";

	private final JComboBox<String> x = combo("x", "Column along x");
	private final JComboBox<String> y = combo("y", "Column along y");
	private final JComboBox<String> color = combo("color", "Column that gives the colors");
	private boolean updating;

	/**
	 * @param chosen told when the user has chosen another column
	 * @param tool told when the user has taken another tool
	 */
	PlotControls(final PlotPanel panel, final Runnable chosen, final Consumer<Tool> tool) {
		setFloatable(false);
		add("X", x, chosen);
		add("Y", y, chosen);
		add("Color", color, chosen);
		addSeparator();
		final ButtonGroup group = new ButtonGroup();
		for (final Tool t : Tool.values()) {
			final JToggleButton button = new JToggleButton(t, t == Tool.RECTANGLE);
			button.setName(t.name());
			button.setToolTipText(t.tip());
			button.setFocusable(false);
			button.addActionListener(e -> tool.accept(t));
			group.add(button);
			add(button);
		}
		addSeparator();
		add(button("+", "Zoom in; so does the mouse wheel", () -> zoom(panel, 0.7)));
		add(button("\u2212", "Zoom out", () -> zoom(panel, 1 / 0.7)));
		add(button("Fit", "Show all points; so does a double click", panel::fit));
	}

	String x() {
		return (String) x.getSelectedItem();
	}

	String y() {
		return (String) y.getSelectedItem();
	}

	/** The column that gives the colours, or "" for one colour. */
	String color() {
		final String name = (String) color.getSelectedItem();
		return ONE_COLOR.equals(name) ? "" : name;
	}

	/** Offers the columns that the study has now, and shows the given ones as chosen. */
	void update(final Study study, final String xName, final String yName, final String colorName) {
		final List<String> numeric = PlotData.numeric(study);
		final List<String> all = new java.util.ArrayList<>(study.columns().stream().map(Column::name).toList());
		all.add(0, ONE_COLOR);
		updating = true;
		fill(x, numeric, xName);
		fill(y, numeric, yName);
		fill(color, all, colorName.isEmpty() ? ONE_COLOR : colorName);
		updating = false;
	}

	// -- Helper methods --

	private static void fill(final JComboBox<String> combo, final List<String> names, final String name) {
		combo.setModel(new DefaultComboBoxModel<>(names.toArray(new String[0])));
		combo.setSelectedItem(name);
	}

	private static JComboBox<String> combo(final String name, final String tip) {
		final JComboBox<String> combo = new JComboBox<>();
		combo.setName(name);
		combo.setToolTipText(tip);
		combo.setFocusable(false);
		combo.setPrototypeDisplayValue("outlier_score");
		return combo;
	}

	private void add(final String label, final JComboBox<String> combo, final Runnable chosen) {
		add(Box.createHorizontalStrut(6));
		add(new JLabel(label + " "));
		add(combo);
		combo.addActionListener(e -> {
			if (!updating) chosen.run();
		});
	}

	private static JButton button(final String text, final String tip, final Runnable action) {
		final JButton button = new JButton(text);
		button.setToolTipText(tip);
		button.setFocusable(false);
		button.addActionListener(e -> action.run());
		return button;
	}

	private static void zoom(final PlotPanel panel, final double factor) {
		final Viewport v = panel.viewport();
		panel.zoom(factor, v.left() + v.width() / 2, v.top() + v.height() / 2);
	}
}
