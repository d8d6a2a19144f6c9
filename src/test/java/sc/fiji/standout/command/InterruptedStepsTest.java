package sc.fiji.standout.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import sc.fiji.standout.imagej.Studies;
import sc.fiji.standout.study.Study;

/** What the user closes or cancels while a step runs, in SciJava's way of running commands. */
class InterruptedStepsTest {

	private static final int SLICES = 60;

	private Context context;
	private ImagePlus image;
	/** Done when slice 40 is read. */
	private Runnable inTheMiddle = () -> {};

	@BeforeEach
	void open() {
		context = new Context(CommandService.class, ModuleService.class);
		image = new ImagePlus("noise", stack());
	}

	@AfterEach
	void close() {
		context.dispose();
		image.flush();
	}

	@Test
	void aStackThatIsClosedWhileItIsReadIsSaid() throws Exception {
		inTheMiddle = image::flush;
		final String problem = run(TextureFeatures.class);
		assertTrue(problem.matches("The image 'noise' was closed while .*; open it again and repeat the step\\."), problem);
		assertNull(Studies.of(image));
	}

	@Test
	void escapeLeavesTheStudyAsItWas() throws Exception {
		assertNull(run(StatisticsFeatures.class));
		final Study study = Studies.require(image);
		final double[] means = study.column("mean").numbers();
		inTheMiddle = () -> IJ.setKeyDown(java.awt.event.KeyEvent.VK_ESCAPE);
		assertNull(run(TextureFeatures.class));
		IJ.resetEscape();
		assertSame(study, Studies.require(image));
		assertArrayEquals(means, study.column("mean").numbers());
		assertEquals("Statistics", study.features().kind());
	}

	@Test
	void aStepThatFailsLosesNothing() throws Exception {
		assertNull(run(FindOutliers.class, "plot", false, "montage", false));
		final Study study = Studies.require(image);
		final double[] scores = study.column("outlier_score").numbers();
		final String problem = run(FindOutliers.class, "clustering", "K-Means", "k", SLICES + 1, "plot", false, "montage",
			false);
		assertTrue(problem.contains("61") && problem.contains("60"), problem);
		assertSame(study, Studies.require(image));
		assertArrayEquals(scores, study.column("outlier_score").numbers());
	}

	/** Runs a command and gives the sentence that it said, or null. */
	private String run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		IJ.redirectErrorMessages(true);
		IJ.getErrorMessage();
		final Map<String, Object> all = new java.util.HashMap<>(Map.of("image", image));
		for (int i = 0; i < inputs.length; i += 2) all.put((String) inputs[i], inputs[i + 1]);
		context.service(ModuleService.class).run(context.service(CommandService.class).getCommand(command), true, all).get();
		final String problem = IJ.getErrorMessage();
		IJ.redirectErrorMessages(false);
		return problem;
	}

	/** A virtual stack of noise. */
	private ImageStack stack() {
		return new VirtualStack(16, 16, null, null) {

			@Override
			public int getSize() {
				return SLICES;
			}

			@Override
			public int size() {
				return SLICES;
			}

			@Override
			public int getBitDepth() {
				return 8;
			}

			@Override
			public ImageProcessor getProcessor(final int n) {
				if (n == 40) inTheMiddle.run();
				final byte[] pixels = new byte[256];
				new Random(n).nextBytes(pixels);
				return new ByteProcessor(16, 16, pixels);
			}

			@Override
			public String getSliceLabel(final int n) {
				return null;
			}
		};
	}
}
