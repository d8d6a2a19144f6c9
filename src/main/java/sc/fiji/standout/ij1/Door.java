package sc.fiji.standout.ij1;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.plugin.PluginService;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import sc.fiji.standout.command.Report;
import sc.fiji.standout.imagej.Images;

/**
 * The door for plain ImageJ 1.x: runs the SciJava command with the menu label that {@code plugins.config} gives as the
 * argument. Its values come from the macro or from a dialog, and are recorded as Fiji records them.
 */
public class Door implements PlugIn {

	private static Context context;

	@Override
	public void run(final String label) {
		// The class loader of plain ImageJ's plugins is not the thread's own, by which SciJava finds its plugins.
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(Door.class.getClassLoader());
		boolean done = false;
		try {
			final ModuleService modules = context().service(ModuleService.class);
			final Module module = modules.createModule(find(label));
			module.initialize();
			activeImage(module);
			if (!fill(module, label)) return;
			final int[] open = WindowManager.getIDList();
			done = !isCanceled(modules.run(module, true).get());
			activateNew(open);
		}
		catch (final IllegalArgumentException | IllegalStateException e) {
			Report.error(label, e.getMessage());
		}
		catch (final ExecutionException | ModuleException e) {
			Report.failure(label, e.getCause() == null ? e : e.getCause());
		}
		catch (final RuntimeException | LinkageError e) {
			// ImageJ itself would only log it, and the macro would go on
			if (Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
			Report.failure(label, e);
		}
		catch (final InterruptedException e) {
			Report.canceled(label);
		}
		finally {
			thread.setContextClassLoader(before);
			// what was cancelled or went wrong has no place in a macro
			if (!done && Recorder.record && !IJ.isMacro()) Recorder.setCommand(null);
		}
	}

	/** Commands cancel themselves also when they fail. */
	private static boolean isCanceled(final Module module) {
		return module.getDelegateObject() instanceof Cancelable command && command.isCanceled();
	}

	/** The commands' context; plain ImageJ needs no more services than these. */
	static synchronized Context context() {
		if (context == null) context = new Context(PluginService.class, CommandService.class, ModuleService.class);
		return context;
	}

	static CommandInfo find(final String label) {
		for (final CommandInfo info : context().service(CommandService.class).getCommands()) {
			if (info.getMenuPath().size() > 0 && info.getMenuPath().getLeaf().getName().equals(label)) return info;
		}
		throw new IllegalStateException("The command '" + label + "' is not installed; reinstall Standout.");
	}

	/** The active image is that of the macro's thread, in batch mode; the command's own thread may see another one. */
	private static void activeImage(final Module module) {
		final ImagePlus active = WindowManager.getCurrentImage();
		for (final ModuleItem<?> input : Inputs.of(module)) {
			if (input.getType() == ImagePlus.class && active != null) module.setInput(input.getName(), active);
		}
	}

	/** Without windows, an image that the command has opened becomes the active one of the macro only when told so. */
	private static void activateNew(final int[] open) {
		if (!Interpreter.isBatchMode() || WindowManager.getIDList() == null) return;
		for (final int id : WindowManager.getIDList()) {
			if (open == null || Arrays.stream(open).noneMatch(before -> before == id)) WindowManager.setTempCurrentImage(
				WindowManager.getImage(id));
		}
	}

	/** Says that there is no image before the user fills in a dialog in vain. */
	private static void requireImage(final Module module) {
		for (final ModuleItem<?> input : Inputs.of(module)) {
			if (input.getType() == ImagePlus.class && module.getInput(input.getName()) == null) Images.find("");
		}
	}

	/** @return false when the user cancelled the dialog */
	private static boolean fill(final Module module, final String label) {
		final String options = Macro.getOptions();
		if (options != null) Inputs.fill(module, MacroOptions.parse(options));
		else if (label.endsWith("...") && !java.awt.GraphicsEnvironment.isHeadless()) {
			requireImage(module);
			if (!new ParameterDialog(module).show()) return false;
		}
		if (Recorder.record && !IJ.isMacro()) record(module);
		return true;
	}

	private static void record(final Module module) {
		for (final ModuleItem<?> input : Inputs.of(module)) {
			final Object value = module.getInput(input.getName());
			if (input.getType() == ImagePlus.class || value == null) continue;
			// the backslashes of a path on Windows have to be doubled
			if (value instanceof String text && text.contains("\\")) Recorder.recordPath(input.getName(), text);
			else Recorder.recordOption(input.getName(), text(value));
		}
	}

	/** Writes an empty value as brackets, which all dialects read as empty. */
	private static String text(final Object value) {
		return value.equals("") ? "[]" : String.valueOf(value);
	}
}
