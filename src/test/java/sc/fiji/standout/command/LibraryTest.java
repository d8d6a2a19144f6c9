package sc.fiji.standout.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
		assertEquals(Library.PYTORCH, Library.of(new NoClassDefFoundError("ai/djl/pytorch/jni/JniUtils")));
		assertEquals(Library.DJL, Library.of(new NoSuchMethodError("'void ai.djl.ndarray.NDArray.some(ai.djl.pytorch.Other)'")));
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

	/** What Fiji itself has does not come from our update site. */
	@Test
	void whatToDoIsOneSentence() {
		assertEquals("The library JFreeChart is missing or not of the version that Standout needs, 1.5.6 " +
			"(NoClassDefFoundError: org/jfree/Some): in Fiji, run Help > Update..., and if that does not help, untick the update " +
			"site there that brings another version, in ImageJ, unpack Standout's zip again and remove other versions of this " +
			"library below plugins, and restart it.", Library.JFREECHART.sentence(new NoClassDefFoundError("org/jfree/Some")));
		assertEquals("The library ONNX Runtime is missing or not of the version that Standout needs, 1.23.2 " +
			"(NoClassDefFoundError: ai/onnxruntime/Some): in Fiji, run Help > Update... with the update site Standout, in " +
			"ImageJ, unpack Standout's zip again and remove other versions of this library below plugins, and restart it.",
			Library.ONNX_RUNTIME.sentence(new NoClassDefFoundError("ai/onnxruntime/Some")));
		assertEquals("The library DJL's door to PyTorch is missing or not of the version that Standout needs, 0.35.1 " +
			"(NoClassDefFoundError: ai/djl/pytorch/Some): put the jars that the section PyTorch of Standout's README names into " +
			"the folder jars of Fiji (plugins/jars of ImageJ) in place of those that are there, and restart it.",
			Library.PYTORCH.sentence(new NoClassDefFoundError("ai/djl/pytorch/Some")));
	}

	/** The advice fits where a library comes from: the update site ships these and no others. */
	@Test
	void theUpdateSiteIsNamedForWhatItShips() throws IOException {
		final String shipped = Files.readString(Path.of("update-site/jars.tsv"));
		for (final Library library : Library.values()) assertEquals(shipped.matches("(?s).*:" + library.jar().replaceFirst(
			"-[0-9.]+\\.jar", "") + "\t.*"), library.sentence(new LinkageError("some")).contains("update site Standout"),
			library.jar());
	}
}
