package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** A descriptor of intensities, edges, texture and spatial frequencies as features. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Texture Features...")
public class TextureFeatures extends ItemsCommand {

	@Override
	protected void execute(final Progress progress) {
		features("Texture", Settings.DEFAULTS, progress);
	}
}
