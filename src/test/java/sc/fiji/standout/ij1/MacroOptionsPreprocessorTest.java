package sc.fiji.standout.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleService;

import ij.IJ;
import ij.Macro;

/** The commands in Fiji's way: SciJava runs them, and the options are those of the macro's thread. */
class MacroOptionsPreprocessorTest {

	private final MacroOptionsPreprocessor preprocessor = new MacroOptionsPreprocessor();
	private final String threadName = Thread.currentThread().getName();

	@BeforeEach
	void likeAMacro() {
		Thread.currentThread().setName("Run$_test");
		IJ.redirectErrorMessages(true);
	}

	@AfterEach
	void likeBefore() {
		Macro.setOptions(null);
		Thread.currentThread().setName(threadName);
		IJ.redirectErrorMessages(false);
	}

	@Test
	void takesWhatIsGivenAndTheDefaultsForTheRest() throws ModuleException {
		Macro.setOptions("k=3 space=Embedding");
		final Module module = module("K-Means Clustering...");
		preprocessor.process(module);
		assertFalse(preprocessor.isCanceled());
		assertEquals(3, module.getInput("k"));
		assertEquals("Embedding", module.getInput("space"));
		assertEquals(24, module.getInput("components"));
		for (final String key : new String[] { "k", "space", "components", "seed" }) assertTrue(module.isInputResolved(key),
			key);
		assertNull(module.getInput("image"));
		assertFalse(module.isInputResolved("image"), "Fiji fills in the active image");
	}

	@Test
	void aKeyThatDoesNotExistStopsTheMacro() throws ModuleException {
		Macro.setOptions("clusters=3");
		preprocessor.process(module("K-Means Clustering..."));
		assertTrue(preprocessor.isCanceled());
		assertEquals("The key 'clusters' does not exist; the keys are image, space, components, k, seed.", IJ
			.getErrorMessage());
	}

	@Test
	void leavesDialogsAndCallsByProgramsAlone() throws ModuleException {
		final Module byUser = module("K-Means Clustering...");
		preprocessor.process(byUser);
		assertFalse(byUser.isInputResolved("k"), "the user is asked");

		Macro.setOptions("of=another command");
		final Module byProgram = module("K-Means Clustering...");
		byProgram.setInput("k", 5);
		byProgram.resolveInput("k");
		preprocessor.process(byProgram);
		assertFalse(preprocessor.isCanceled());
		assertEquals(5, byProgram.getInput("k"));
	}

	@Test
	void commandsWithoutDotsAskNothing() throws ModuleException {
		final Module sample = module("Sample Cells");
		preprocessor.process(sample);
		assertTrue(sample.isInputResolved("count") && sample.isInputResolved("seed"));
	}

	private static Module module(final String label) throws ModuleException {
		final Module module = Door.context().service(ModuleService.class).createModule(Door.find(label));
		module.initialize();
		return module;
	}
}
