package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** The grey or colour values of the pixels as features. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Pixel Features...")
public class PixelFeatures extends ItemsCommand {

	@Override
	protected void execute(final Progress progress) {
		features("Pixels", Settings.DEFAULTS, progress);
	}
}
