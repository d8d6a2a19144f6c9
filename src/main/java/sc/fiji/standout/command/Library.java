package sc.fiji.standout.command;

/** The libraries that Standout uses, to say which of them is missing or too old where it is installed. */
enum Library {

	// before DJL, of whose name its own begins with
	PYTORCH("ai.djl.pytorch", "DJL's door to PyTorch", "pytorch-engine-0.35.1.jar", Origin.USER),
	DJL("ai.djl", "Deep Java Library (DJL)", "api-0.38.0.jar", Origin.SITE),
	ONNX_RUNTIME("ai.onnxruntime", "ONNX Runtime", "onnxruntime-1.23.2.jar", Origin.SITE),
	IMGLIB2("net.imglib2", "ImgLib2", "imglib2-8.0.0.jar", Origin.FIJI),
	JFREECHART("org.jfree", "JFreeChart", "jfreechart-1.5.6.jar", Origin.FIJI),
	SLF4J("org.slf4j", "SLF4J", "slf4j-api-2.0.17.jar", Origin.FIJI),
	GSON("com.google.gson", "Gson", "gson-2.10.1.jar", Origin.FIJI),
	JNA("com.sun.jna", "JNA", "jna-5.14.0.jar", Origin.FIJI),
	COMPRESS("org.apache.commons.compress", "Commons Compress", "commons-compress-1.28.0.jar", Origin.FIJI),
	SCIJAVA("org.scijava", "SciJava Common", "scijava-common-2.100.1.jar", Origin.FIJI);

	/** Who brings a library, and so how the right one comes back. */
	private enum Origin {

		SITE("in Fiji, run Help > Update... with the update site Standout, in ImageJ, unpack Standout's zip again and remove " +
			"other versions of this library below plugins, and restart it."),
		FIJI("in Fiji, run Help > Update..., and if that does not help, untick the update site there that brings another " +
			"version, in ImageJ, unpack Standout's zip again and remove other versions of this library below plugins, and " +
			"restart it."),
		USER("put the jars that the section PyTorch of Standout's README names into the folder jars of Fiji (plugins/jars of " +
			"ImageJ) in place of those that are there, and restart it.");

		private final String advice;

		Origin(final String advice) {
			this.advice = advice;
		}
	}

	private static final int LONGEST = 200;

	private final String prefix;
	private final String title;
	private final String jar;
	private final Origin origin;

	Library(final String prefix, final String title, final String jar, final Origin origin) {
		this.prefix = prefix;
		this.title = title;
		this.jar = jar;
		this.origin = origin;
	}

	/** The jar in the version that Standout is made for. */
	String jar() {
		return jar;
	}

	/** The library in which a class or method was not found, or null. */
	static Library of(final LinkageError problem) {
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			final String message = cause.getMessage();
			if (message == null || !(cause instanceof LinkageError) && !(cause instanceof ClassNotFoundException)) continue;
			// of a method, the class that it is looked for in comes last before its parameters
			final Library named = last(message.replace('/', '.').replaceFirst("\\(.*", ""));
			if (named != null) return named;
		}
		// or else it was the library that looked for something
		for (final StackTraceElement at : problem.getStackTrace()) {
			if (at.getClassName().startsWith("sc.fiji.standout.")) return null;
			final Library looking = last(at.getClassName());
			if (looking != null) return looking;
		}
		return null;
	}

	/** The library that is named last in a text, or null. */
	private static Library last(final String text) {
		Library last = null;
		int at = -1;
		for (final Library library : values()) {
			final int found = text.lastIndexOf(library.prefix + ".");
			if (found > at) last = library;
			at = Math.max(at, found);
		}
		return last;
	}

	/** What is missing and how to get it, in one sentence. */
	String sentence(final LinkageError problem) {
		final String message = problem.getClass().getSimpleName() + ": " + String.valueOf(problem.getMessage()).lines()
			.findFirst().orElse("");
		return "The library " + title + " is missing or not of the version that Standout needs, " + jar.replaceFirst(
			".*-([0-9.]+)\\.jar", "$1") + " (" + (message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message) +
			"): " + origin.advice;
	}
}
