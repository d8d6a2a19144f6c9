package sc.fiji.standout.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;

/** What the dialogs begin with. */
class InitialItemsTest {

	@TempDir
	Path folder;

	private Context context;

	@BeforeEach
	void open() {
		context = new Context(CommandService.class, ModuleService.class);
	}

	@AfterEach
	void close() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	@Test
	void aSingleImageWithRoisBeginsWithThem() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display, no dialog");
		WindowManager.setTempCurrentImage(image(1, 3));
		assertEquals("ROIs", initial(TextureFeatures.class));
		assertEquals("ROIs", initial(FindOutliers.class));
		WindowManager.setTempCurrentImage(image(1, 2));
		assertEquals("Slices", initial(TextureFeatures.class), "too few");
		WindowManager.setTempCurrentImage(image(5, 3));
		assertEquals("Slices", initial(TextureFeatures.class), "a stack");
		WindowManager.setTempCurrentImage(null);
		assertEquals("Slices", initial(TextureFeatures.class), "nothing open");
	}

	@Test
	void aMacroHasAlwaysTheSameDefault() throws Exception {
		WindowManager.setTempCurrentImage(image(1, 3));
		final Module module = create(TextureFeatures.class);
		module.setInput("items", "Tiles");
		module.resolveInput("items");
		module.initialize();
		assertEquals("Tiles", module.getInput("items"));
		final Path ended = folder.resolve("ended");
		final Thread macro = new Thread(() -> IJ.runMacro("while (!File.exists(getArgument())) wait(20);", ended.toString()));
		macro.start();
		while (!IJ.isMacro()) Thread.sleep(5);
		assertEquals("Slices", initial(TextureFeatures.class));
		Files.createFile(ended);
		macro.join();
	}

	private String initial(final Class<? extends Command> command) throws Exception {
		final Module module = create(command);
		module.initialize();
		return (String) module.getInput("items");
	}

	private Module create(final Class<? extends Command> command) {
		return context.service(ModuleService.class).createModule(context.service(CommandService.class).getCommand(command));
	}

	private static ImagePlus image(final int slices, final int rois) {
		final ImagePlus image = IJ.createImage("cells", "8-bit ramp", 64, 64, slices);
		final Overlay overlay = new Overlay();
		for (int i = 0; i < rois; i++) overlay.add(new Roi(10 * i, 5, 8, 8));
		image.setOverlay(overlay);
		return image;
	}
}
