package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** Statistics of each image, such as brightness and sharpness, as features. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Statistics Features...")
public class StatisticsFeatures extends ItemsCommand {

	@Override
	protected void execute(final Progress progress) {
		features("Statistics", Settings.DEFAULTS, progress);
	}
}
