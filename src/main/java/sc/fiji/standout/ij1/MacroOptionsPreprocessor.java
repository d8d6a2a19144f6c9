package sc.fiji.standout.ij1;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.Macro;
import sc.fiji.standout.command.Report;
import sc.fiji.standout.command.StandoutCommand;

/**
 * In Fiji, makes the commands as strict in macros as they are in plain ImageJ: a key or value that does not exist is an
 * error, and a key that is left out has its default instead of opening a dialog in the middle of the macro. Comes
 * before Fiji's own preprocessors, where a value that is set already tells that a program, not a macro, is calling.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 3 * Priority.VERY_HIGH)
public class MacroOptionsPreprocessor extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof StandoutCommand)) return;
		for (final ModuleItem<?> input : Inputs.of(module)) if (module.isInputResolved(input.getName())) return;
		final String options = Macro.getOptions();
		final String label = module.getInfo().getMenuPath().getLeaf().getName();
		if (options == null && label.endsWith("...")) return;
		try {
			Inputs.fill(module, MacroOptions.parse(options == null ? "" : options));
		}
		catch (final IllegalArgumentException | IllegalStateException e) {
			cancel(null);
			Report.error(label, e.getMessage());
		}
	}
}
