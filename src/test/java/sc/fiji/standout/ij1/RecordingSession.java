package sc.fiji.standout.ij1;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;
import javax.swing.JLabel;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import ij.plugin.frame.Recorder;
import sc.fiji.standout.imagej.Studies;

/**
 * A user at ImageJ's windows: starts the recorder, opens the sample, finds its outliers and exports them, with mouse and
 * keys. Arguments: the table to export, and the file for what was recorded.
 */
public final class RecordingSession {

	private static final Robot ROBOT = robot();

	private RecordingSession() {}

	public static void main(final String... arguments) {
		try {
			work(arguments);
			System.exit(0);
		}
		catch (final Exception e) {
			e.printStackTrace();
			System.exit(1);
		}
	}

	private static void work(final String... arguments) throws Exception {
		new Launcher(false);
		new Recorder();
		IJ.doCommand("Sample Cells");
		await("the sample", () -> WindowManager.getImageCount() == 1 && recorded().contains("Sample Cells"));
		IJ.doCommand("Find Outliers...");
		press(dialog("Find Outliers..."), "Cancel");
		IJ.doCommand("UMAP Embedding...");
		press(dialog("UMAP Embedding..."), "OK");
		// it needs features, and says so
		press(message("UMAP Embedding..."), "OK");
		IJ.doCommand("Find Outliers...");
		final Dialog find = dialog("Find Outliers...");
		type(find, "0.05", "0.1");
		press(find, "OK");
		await("the outliers", () -> {
			final var study = Studies.of(WindowManager.getCurrentImage());
			return study != null && study.column("outlier") != null;
		});
		await("the record", () -> recorded().contains("Find Outliers"));
		await("the status", () -> status().startsWith("1000 slices of Sample Cells: ") && status().contains("100 outliers"));
		IJ.doCommand("Export Items...");
		final Dialog export = dialog("Export Items...");
		type(export, "", arguments[0]);
		press(export, "OK");
		await("the table", () -> Files.exists(Path.of(arguments[0])));
		await("the record", () -> recorded().contains("Export Items"));
		await("the status", () -> status().equals("Saved " + arguments[0]));
		Files.writeString(Path.of(arguments[1]), recorded());
	}

	private static String recorded() {
		return Recorder.getInstance().getText();
	}

	private static String status() {
		return ((JLabel) find(IJ.getInstance().getStatusBar(), JLabel.class::isInstance)).getText();
	}

	private static Dialog dialog(final String title) {
		return dialog(title, GenericDialog.class);
	}

	private static Dialog message(final String title) {
		return dialog(title, MessageDialog.class);
	}

	private static Dialog dialog(final String title, final Class<? extends Dialog> type) {
		final Dialog[] found = new Dialog[1];
		await("the dialog " + title, () -> {
			for (final Window window : Window.getWindows()) {
				if (type.isInstance(window) && window.isShowing() && type.cast(window).getTitle().equals(title)) found[0] = type
					.cast(window);
			}
			return found[0] != null;
		});
		ROBOT.delay(500);
		return found[0];
	}

	/** Clicks the text field that shows {@code before}, and types another text; again where the window was not ready. */
	private static void type(final Dialog dialog, final String before, final String text) {
		final TextField field = (TextField) find(dialog, c -> c instanceof TextField f && f.getText().equals(before));
		for (int tries = 0; tries < 3 && !field.getText().equals(text); tries++) {
			dialog.toFront();
			click(field);
			field.selectAll();
			type(text);
			ROBOT.delay(300);
		}
		// without a window manager, keys do not always find their window
		if (!field.getText().equals(text)) field.setText(text);
		await("the text " + text, () -> field.getText().equals(text));
	}

	private static void type(final String text) {
		for (final char c : text.toCharArray()) {
			final boolean shift = Character.isUpperCase(c) || c == '_';
			if (shift) ROBOT.keyPress(KeyEvent.VK_SHIFT);
			final int key = c == '_' ? KeyEvent.VK_MINUS : KeyEvent.getExtendedKeyCodeForChar(c);
			ROBOT.keyPress(key);
			ROBOT.keyRelease(key);
			if (shift) ROBOT.keyRelease(KeyEvent.VK_SHIFT);
			ROBOT.delay(20);
		}
	}

	private static void press(final Dialog dialog, final String label) {
		for (int tries = 0; tries < 5 && dialog.isShowing(); tries++) {
			dialog.toFront();
			click(find(dialog, c -> c instanceof Button button && button.getLabel().trim().equals(label)));
			ROBOT.delay(500);
		}
	}

	private static void click(final Component component) {
		final Point at = component.getLocationOnScreen();
		ROBOT.mouseMove(at.x + component.getWidth() / 2, at.y + component.getHeight() / 2);
		ROBOT.delay(100);
		ROBOT.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		ROBOT.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		ROBOT.delay(200);
	}

	private static Component find(final Container container, final java.util.function.Predicate<Component> wanted) {
		for (final Component component : container.getComponents()) {
			if (wanted.test(component)) return component;
			final Component inside = component instanceof Container c ? find(c, wanted) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	private static void await(final String what, final BooleanSupplier condition) {
		for (int i = 0; i < 600; i++) {
			if (condition.getAsBoolean()) return;
			ROBOT.delay(100);
		}
		System.err.println("Waited in vain for " + what + "; see target/recording-session.png");
		screenshot();
		System.exit(1);
	}

	private static void screenshot() {
		try {
			final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
			ImageIO.write(ROBOT.createScreenCapture(screen), "png", new File("target/recording-session.png"));
		}
		catch (final IOException e) {
			e.printStackTrace();
		}
	}

	private static Robot robot() {
		try {
			return new Robot();
		}
		catch (final java.awt.AWTException e) {
			throw new IllegalStateException(e);
		}
	}
}
