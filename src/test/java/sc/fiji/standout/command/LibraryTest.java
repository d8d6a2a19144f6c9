package sc.fiji.standout.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.List;

import org.junit.jupiter.api.Test;

/** A library that is missing or of another version is named, with what to do. */
class LibraryTest {

	/** The versions that are said are those that the plugin is built with. */
	@Test
	void theJarsAreThoseOfTheBuild() {
		final List<String> names = List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream().map(
			path -> new File(path).getName()).toList();
		for (final Library library : Library.values()) assertTrue(names.contains(library.jar()), library.jar());
	}

	/** These errors came from ImgLib2 5.12.0, JFreeChart 1.0.19, DJL 0.20.0 and from jars that were not there. */
	@Test
	void errorsNameTheLibrary() {
		assertEquals(Library.IMGLIB2, Library.of(new NoSuchMethodError("'net.imglib2.RandomAccessibleInterval " +
			"net.imglib2.view.Views.flatIterable(net.imglib2.RandomAccessibleInterval)'")));
		assertEquals(Library.JFREECHART, Library.of(new NoClassDefFoundError("org/jfree/util/PublicCloneable")));
		assertEquals(Library.GSON, Library.of(new NoSuchMethodError(
			"'net.imglib2.Some com.google.gson.Other.method(org.jfree.Third)'")));
		assertEquals(Library.SLF4J, Library.of(new ExceptionInInitializerError(new NoClassDefFoundError(
			"org/slf4j/LoggerFactory"))));
		final NoSuchFieldError field = new NoSuchFieldError("wasLoaded");
		field.setStackTrace(new StackTraceElement[] { at("ai.djl.onnxruntime.engine.OrtModel"), at(
			"sc.fiji.standout.feature.deep.Networks") });
		assertEquals(Library.DJL, Library.of(field));
	}

	private static StackTraceElement at(final String type) {
		return new StackTraceElement(type, "load", null, 1);
	}

	@Test
	void ourOwnFaultsAreNotTheirs() {
		assertNull(Library.of(new NoSuchMethodError("'void sc.fiji.standout.item.Items.size(org.jfree.Some)'")));
		final NoSuchFieldError ours = new NoSuchFieldError("some");
		ours.setStackTrace(new StackTraceElement[] { at("sc.fiji.standout.feature.deep.Networks"), at(
			"org.scijava.module.ModuleRunner") });
		assertNull(Library.of(ours));
	}

	@Test
	void whatToDoIsOneSentence() {
		assertEquals("The library JFreeChart is missing or not of the version that Standout needs, 1.5.6 " +
			"(NoClassDefFoundError: org/jfree/Some): in Fiji, run Help > Update... with the update site Standout, in ImageJ, " +
			"put jfreechart-1.5.6.jar into the folder plugins/jars in place of the other one, and restart it.",
			Library.JFREECHART.sentence(new NoClassDefFoundError("org/jfree/Some")));
	}
}
