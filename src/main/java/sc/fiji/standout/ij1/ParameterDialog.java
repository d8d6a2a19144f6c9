package sc.fiji.standout.ij1;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.TextField;
import java.awt.event.ActionListener;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.stream.Stream;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.io.SaveDialog;
import ij.plugin.frame.Recorder;
import sc.fiji.standout.imagej.Studies;
import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Study;

/** Asks for the inputs of a command in plain ImageJ's kind of dialog. */
final class ParameterDialog {

	/** Inputs that matter only with one value of another: key, the other's key, its value. */
	private static final String[][] NEEDS = { { "labels", "items", "Labels" }, { "tile", "items", "Tiles" }, { "rois",
		"items", "ROIs" }, { "k", "clustering", "K-Means" }, { "components", "map", "" }, { "dimensions", "map", "" }, {
			"neighbors", "map", "" }, { "distance", "map", "" }, { "metric", "map", "" }, { "seed", "map", "" } };

	private final Module module;
	private final List<ModuleItem<?>> inputs;
	private final Map<String, Component> fields = new HashMap<>();

	ParameterDialog(final Module module) {
		this.module = module;
		inputs = Inputs.of(module).stream().filter(input -> input.getType() != ImagePlus.class).<ModuleItem<?>> map(
			input -> input).toList();
	}

	/**
	 * Shows the dialog and sets the inputs.
	 *
	 * @return false when it was cancelled
	 */
	boolean show() {
		if (inputs.isEmpty()) return true;
		// GenericDialog would record its own dialect beside ours.
		final boolean recording = Recorder.record;
		Recorder.record = false;
		try {
			final GenericDialog dialog = new GenericDialog(module.getInfo().getMenuPath().getLeaf().getName());
			for (final ModuleItem<?> input : inputs) add(dialog, input);
			dialog.addDialogListener((changed, event) -> enableFields());
			enableFields();
			dialog.addHelp(help());
			dialog.showDialog();
			if (dialog.wasCanceled()) return false;
			for (final ModuleItem<?> input : inputs) read(dialog, input);
			return true;
		}
		finally {
			Recorder.record = recording;
		}
	}

	private void add(final GenericDialog dialog, final ModuleItem<?> input) {
		final Object value = module.getInput(input.getName());
		final Class<?> type = input.getType();
		final String label = input.getLabel();
		final String[] choices = choices(input);
		final Vector<?> added;
		if (type == boolean.class) {
			dialog.addCheckbox(label, (Boolean) value);
			added = dialog.getCheckboxes();
		}
		else if (type == int.class || type == double.class) {
			dialog.addNumericField(label, ((Number) value).doubleValue(), type == int.class ? 0 : 2, 8, "");
			added = dialog.getNumericFields();
		}
		else if (choices.length > 0) {
			dialog.addChoice(label, choices, (String) value);
			added = dialog.getChoices();
		}
		else {
			if ("save".equals(input.getWidgetStyle())) addSaveField(dialog, input, (String) value);
			else if ("directory".equals(input.getWidgetStyle())) dialog.addDirectoryField(label, (String) value, 30);
			else if (input.getName().equals("path") || input.getName().equals("rois")) dialog.addFileField(label,
				(String) value, 30);
			else dialog.addStringField(label, (String) value, 20);
			added = dialog.getStringFields();
		}
		fields.put(input.getName(), (Component) added.lastElement());
	}

	/** A field for a file that may not be there yet: ImageJ's own button asks for one that is. */
	private static void addSaveField(final GenericDialog dialog, final ModuleItem<?> input, final String value) {
		dialog.addFileField(input.getLabel(), value, 30);
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		for (final Component beside : field.getParent().getComponents()) {
			if (!(beside instanceof Button browse)) continue;
			for (final ActionListener open : browse.getActionListeners()) browse.removeActionListener(open);
			browse.addActionListener(event -> {
				final SaveDialog chooser = new SaveDialog(input.getLabel(), "", null);
				if (chooser.getFileName() != null) field.setText(chooser.getDirectory() + chooser.getFileName());
			});
		}
	}

	/** What can be chosen; the label image is one of the open images, the map that of another one, the colour a column. */
	private static String[] choices(final ModuleItem<?> input) {
		if (input.getName().equals("labels")) return orNothing(Arrays.stream(WindowManager.getImageTitles()));
		if (input.getName().equals("map")) return orNothing(maps());
		if (input.getName().equals("color")) return orNothing(columns());
		final List<?> choices = input.getChoices();
		return choices == null ? new String[0] : choices.stream().map(String::valueOf).toArray(String[]::new);
	}

	/** The titles of the other images that have a map which takes more items. */
	private static Stream<String> maps() {
		return Arrays.stream(WindowManager.getImageTitles()).filter(title -> {
			final ImagePlus image = WindowManager.getImage(title);
			final Study study = image == WindowManager.getCurrentImage() ? null : Studies.of(image);
			return study != null && study.isMap();
		});
	}

	private static Stream<String> columns() {
		final ImagePlus active = WindowManager.getCurrentImage();
		final Study study = active == null ? null : Studies.of(active);
		return study == null ? Stream.empty() : study.columns().stream().map(Column::name);
	}

	private static String[] orNothing(final Stream<String> choices) {
		return Stream.concat(Stream.of(""), choices).toArray(String[]::new);
	}

	/** Greys out what has no meaning for the other choices. */
	private boolean enableFields() {
		for (final String[] need : NEEDS) {
			final Component field = fields.get(need[0]);
			if (field != null && fields.get(need[1]) instanceof Choice choice) field.setEnabled(choice.getSelectedItem()
				.equals(need[2]));
		}
		return true;
	}

	private void read(final GenericDialog dialog, final ModuleItem<?> input) {
		final Class<?> type = input.getType();
		final String text;
		if (type == boolean.class) text = String.valueOf(dialog.getNextBoolean());
		else if (type == int.class || type == double.class) text = number(dialog, input);
		else if (choices(input).length > 0) text = dialog.getNextChoice();
		else text = dialog.getNextString();
		module.setInput(input.getName(), Inputs.value(input, text));
		module.resolveInput(input.getName());
	}

	private static String number(final GenericDialog dialog, final ModuleItem<?> input) {
		final double number = dialog.getNextNumber();
		if (dialog.invalidNumber()) throw new IllegalArgumentException(input.getLabel() + " must be a number.");
		return number == (int) number ? String.valueOf((int) number) : String.valueOf(number);
	}

	/** What each value means, for the Help button. */
	private String help() {
		final StringBuilder html = new StringBuilder("<html><dl>");
		for (final ModuleItem<?> input : inputs) {
			html.append("<dt><b>").append(input.getLabel()).append("</b> (").append(input.getName()).append(")</dt><dd>")
				.append(input.getDescription()).append("</dd>");
		}
		return html.append("</dl></html>").toString();
	}
}
