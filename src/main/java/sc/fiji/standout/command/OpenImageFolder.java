package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.IJ;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.imagej.ImageFolder;
import sc.fiji.standout.matrix.Progress;

/** Opens a folder of pictures of differing sizes and types as one virtual stack. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Open Image Folder...")
public class OpenImageFolder extends StandoutCommand {

	@Parameter(persist = false, required = false, label = "Folder", style = "directory",
		description = "Folder of pictures: JPEG, PNG, GIF, BMP, TIFF, PGM or DICOM, of any sizes and types")
	private String path = "";

	@Parameter(persist = false, label = "Shown size (0 = automatic)", min = "0", max = "4096",
		description = "Longer side of every picture as it is shown, in pixels; features use the pictures' own sizes")
	private int size = 0;

	@Parameter(persist = false, label = "Subfolders", description = "Open the pictures of subfolders too, with the " +
		"subfolder as their label")
	private boolean recursive = true;

	@Override
	protected void execute(final Progress progress) {
		final ImageFolder folder = ImageFolder.open(path, size, recursive, progress);
		folder.image().show();
		final StringBuilder said = new StringBuilder(folder.image().getStackSize() + " pictures opened");
		for (final Note note : folder.notes()) {
			if (note.warning() || IJ.getInstance() == null) IJ.log(note.text());
			else said.append("; ").append(note.text());
		}
		say(said.toString());
	}
}
