package sc.fiji.standout.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.Reconstructor;
import sc.fiji.standout.imagej.ImageItems;
import sc.fiji.standout.imagej.SampleCells;
import sc.fiji.standout.imagej.Studies;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.study.Study;

/** What commands do about features that are learned, with a method that has learned to give every item back. */
class LearnedFeaturesTest {

	@TempDir
	Path folder;

	private Context context;
	private ImagePlus image;

	@BeforeEach
	void open() {
		context = new Context(CommandService.class, ModuleService.class);
		image = SampleCells.create(12, 1);
		// no window is opened
		Interpreter.batchMode = true;
	}

	@AfterEach
	void close() {
		Interpreter.batchMode = false;
		context.dispose();
		image.flush();
	}

	@Test
	void reconstructionsAreWrittenAsAPicture() throws Exception {
		learn();
		final Path png = folder.resolve("reconstructions.png");
		assertNull(run("path", png.toString(), "columns", 2, "count", 5));
		// 5 items in 2 columns of tiles of 358 x 156 pixels, below a title and the names of the parts
		assertEquals(2 * 358 + 20, ImageIO.read(png.toFile()).getWidth());
		assertEquals(3 * 156 + 52 + 22 + 10, ImageIO.read(png.toFile()).getHeight());
	}

	@Test
	void whatCannotBeShownIsSaidInOneSentence() throws Exception {
		final String none = run("path", folder.resolve("x.png").toString());
		assertTrue(none.startsWith("The image 'Sample Cells' has not been analysed yet"), none);
		Studies.put(image, new Study(ImageItems.slices(image)));
		for (final String path : List.of("", folder.resolve("x.png").toString())) {
			assertEquals("There are no reconstructions of the 12 slices of Sample Cells; run 'Autoencoder Features...' first.",
				run("path", path));
		}
		learn();
		assertEquals("order=Best does not exist; it must be one of Worst first, Items.", run("order", "Best"));
		assertTrue(run("path", folder.resolve("x.jpg").toString()).endsWith(" must end in .png."));
		assertTrue(run("path", folder.resolve("x.png").toString(), "count", 0).contains("0 images at most"));
		assertEquals(0, Files.list(folder).count());
	}

	@Test
	void aWatchedMethodGivesWhatTheMethodGives() {
		final Features features = features();
		final Featurizer watched = new WatchedFeaturizer(new Learner(features), image);
		final StringBuilder heard = new StringBuilder();
		assertSame(features, watched.features(ImageItems.slices(image), Settings.of(), new Progress() {

			@Override
			public void report(final double fraction) {
				heard.append(fraction);
			}

			@Override
			public boolean isCanceled() {
				return false;
			}

			@Override
			public void point(final String curve, final double x, final double y) {
				heard.append(curve).append(x).append(y);
			}
		}));
		assertEquals("0.5Training loss1.00.25", heard.toString());
		assertEquals("learner 7", watched.identity(Settings.of("seed", 7)));
		assertThrows(IllegalStateException.class, () -> new WatchedFeaturizer(new Learner(null), image).features(ImageItems
			.slices(image), Settings.of(), Progress.NONE));
	}

	/** Gives the features that it has, or fails. */
	private record Learner(Features learned) implements Featurizer {

		@Override
		public Features features(final Items items, final Settings settings, final Progress progress) {
			if (learned == null) throw new IllegalStateException("learns nothing");
			progress.report(0.5);
			progress.point("Training loss", 1, 0.25);
			return learned;
		}

		@Override
		public String identity(final Settings settings) {
			return "learner " + settings.seed();
		}
	}

	// -- Helper methods --

	private void learn() {
		final Study study = new Study(ImageItems.slices(image));
		study.setFeatures(features());
		Studies.put(image, study);
	}

	private static Features features() {
		final double[] code = new double[12];
		for (int i = 0; i < 12; i++) code[i] = i;
		return new Features("Autoencoder", List.of("code_1"), Matrix.of(code, 12, 1), List.of("reconstruction_error"), Matrix
			.of(code, 12, 1), List.of(), item -> new Reconstructor.Reconstruction(item, item));
	}

	/** Runs 'Show Reconstructions...' and gives the sentence that it said, or null. */
	private String run(final Object... inputs) throws Exception {
		IJ.redirectErrorMessages(true);
		IJ.getErrorMessage();
		final Map<String, Object> all = new HashMap<>(Map.of("image", image));
		for (int i = 0; i < inputs.length; i += 2) all.put((String) inputs[i], inputs[i + 1]);
		context.service(ModuleService.class).run(context.service(CommandService.class).getCommand(ShowReconstructions.class),
			true, all).get();
		final String problem = IJ.getErrorMessage();
		IJ.redirectErrorMessages(false);
		return problem;
	}
}
