package sc.fiji.standout.site;

import java.awt.Dialog;
import java.awt.Window;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;

/** Starts plain ImageJ with the plugins of a folder, and prints after how many ms the first dialog of Standout is shown. */
public final class DialogTime {

	private static final long SETTLE_MILLIS = 500;
	private static final long LIMIT_MILLIS = 20_000;

	private DialogTime() {}

	/** @param arguments the folder of ImageJ */
	public static void main(final String... arguments) throws InterruptedException {
		System.setProperty("plugins.dir", arguments[0]);
		new ImageJ();
		IJ.newImage("Stack", "8-bit ramp", 32, 32, 60);
		// nobody opens a menu while ImageJ is still opening its windows
		Thread.sleep(SETTLE_MILLIS);
		final long start = System.nanoTime();
		IJ.doCommand("Find Outliers...");
		while (!isShown()) {
			if ((System.nanoTime() - start) / 1_000_000 > LIMIT_MILLIS) System.exit(1);
			Thread.sleep(2);
		}
		System.out.println("dialog " + (System.nanoTime() - start) / 1_000_000);
		System.exit(0);
	}

	private static boolean isShown() {
		for (final Window window : Window.getWindows()) {
			if (window instanceof GenericDialog dialog && dialog.isShowing() && "Find Outliers...".equals(((Dialog) dialog)
				.getTitle())) return true;
		}
		return false;
	}
}
