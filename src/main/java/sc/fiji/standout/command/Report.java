package sc.fiji.standout.command;

import ij.IJ;
import ij.Macro;

/** Tells the user what went wrong, in ImageJ's way: {@code IJ.error} also stops a running macro. */
public final class Report {

	private Report() {}

	/** One sentence for what the user can mend, and the stack trace in the log too for what is our fault. */
	public static void failure(final String label, final Throwable problem) {
		if (isFault(problem)) IJ.log(stackTrace(problem));
		error(label, sentence(problem));
	}

	/** What is wrong, in one sentence. */
	static String sentence(final Throwable problem) {
		if (isFault(problem)) return "This is a fault of Standout (" + problem +
			"); please report it with the text in the Log window.";
		if (problem instanceof OutOfMemoryError) return "There is not enough memory (" + (Runtime.getRuntime().maxMemory() >>
			20) + " MB); give ImageJ more (Edit > Options > Memory & Threads...), or use fewer features.";
		if (problem instanceof LinkageError linkage) return Library.of(linkage).sentence(linkage);
		return problem.getMessage();
	}

	private static boolean isFault(final Throwable problem) {
		if (problem instanceof LinkageError linkage) return Library.of(linkage) == null;
		return !(problem instanceof OutOfMemoryError || problem instanceof IllegalArgumentException ||
			problem instanceof IllegalStateException);
	}

	/** Says it, and stops the macro. */
	public static void error(final String label, final String sentence) {
		stop(() -> IJ.error(label, sentence));
	}

	/** Says that a step was cancelled, and stops the macro. */
	public static void canceled(final String label) {
		IJ.showStatus(label + " canceled; nothing was changed");
		stop(Macro::abort);
	}

	/** ImageJ stops a macro by an exception when called on the macro's own thread, where it must not be swallowed. */
	private static void stop(final Runnable report) {
		try {
			report.run();
		}
		catch (final RuntimeException e) {
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
		}
	}

	private static String stackTrace(final Throwable problem) {
		final java.io.StringWriter text = new java.io.StringWriter();
		problem.printStackTrace(new java.io.PrintWriter(text));
		return text.toString();
	}
}
