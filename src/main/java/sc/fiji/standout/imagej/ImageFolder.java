package sc.fiji.standout.imagej;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileInfo;

import sc.fiji.standout.feature.Note;
import sc.fiji.standout.imagej.picture.PictureFolder;
import sc.fiji.standout.imagej.picture.PixelType;
import sc.fiji.standout.matrix.Progress;

/**
 * A folder of pictures of differing sizes and types as one virtual stack, in which every picture is scaled to one
 * canvas. As items, its slices keep their own sizes.
 *
 * @param image not shown yet
 * @param notes what was left out or changed
 */
public record ImageFolder(ImagePlus image, List<Note> notes) {

	private static final int NAMED = 3;

	/**
	 * Opens a folder; reads the headers of its files, and of the pixels only those of the first picture.
	 *
	 * @param path of the folder
	 * @param size longer side of the pictures as they are shown, from 16 to 4096 pixels; 0 = automatic, at most 512
	 * @param recursive whether to open the pictures of subfolders too; the subfolder is then their label
	 * @throws IllegalArgumentException in one sentence, when there is no such folder or no picture in it
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static ImageFolder open(final String path, final int size, final boolean recursive,
		final Progress progress)
	{
		if (path == null || path.isBlank()) throw new IllegalArgumentException(
			"path is empty; give the folder of pictures to open.");
		Letterbox.checkSize(size);
		final PictureFolder folder = PictureFolder.read(new File(path.trim()).getAbsoluteFile(), recursive, progress);
		final Letterbox letterbox = Letterbox.of(folder.pictures(), size);
		final String title = folder.folder().toPath().normalize().toFile().getName();
		final ImagePlus image = new ImagePlus(WindowManager.makeUniqueName(title.isEmpty() ? "Folder" : title),
			new FolderStack(folder, letterbox));
		final FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.UNKNOWN;
		info.directory = folder.folder().getPath() + File.separator;
		info.fileName = "";
		image.setFileInfo(info);
		return new ImageFolder(image, notes(folder));
	}

	private static List<Note> notes(final PictureFolder folder) {
		final List<Note> notes = new ArrayList<>();
		final List<PictureFolder.Skipped> skipped = folder.skipped();
		if (!skipped.isEmpty()) notes.add(Note.warning((skipped.size() == 1 ? "1 file or folder was" : skipped.size() +
			" files or folders were") + " left out: " + skipped.stream().limit(NAMED).map(s -> s.name() + " (" + s.reason() +
				")").collect(Collectors.joining(", ")) + (skipped.size() > NAMED ? " and " + (skipped.size() - NAMED) + " more"
					: "") + "."));
		final long paged = folder.manyPaged();
		if (paged > 0) notes.add(Note.warning((paged == 1 ? "1 file has" : paged + " files have") +
			" more than one page or frame; only the first one is used."));
		if (!count(folder, PixelType.RGB).isEmpty()) {
			final String deep = join(count(folder, PixelType.GREY16), count(folder, PixelType.GREY32));
			if (!deep.isEmpty()) notes.add(Note.warning("Since other pictures have colours, " + deep +
				" will be scaled to 8 bits, each by its own display range."));
			else if (!count(folder, PixelType.GREY8).isEmpty()) notes.add(Note.info(count(folder, PixelType.GREY8) +
				" made RGB, since others have colours"));
		}
		else if (folder.pictures().stream().anyMatch(picture -> picture.header().type() != folder.type())) notes.add(Note
			.warning("The pictures have differing types (" + join(count(folder, PixelType.GREY8), count(folder,
				PixelType.GREY16), count(folder, PixelType.GREY32)) + "); all are used as " + folder.type().bits() +
				"-bit with the grey values that they have, which may mean differing brightness."));
		return notes;
	}

	/** Such as "3 16-bit pictures"; "" where there are none. */
	private static String count(final PictureFolder folder, final PixelType type) {
		final long count = folder.pictures().stream().filter(picture -> picture.header().type() == type).count();
		final String name = type == PixelType.RGB ? "RGB" : type.bits() + "-bit";
		return count == 0 ? "" : count + " " + name + (count == 1 ? " picture" : " pictures");
	}

	private static String join(final String... counts) {
		return List.of(counts).stream().filter(count -> !count.isEmpty()).collect(Collectors.joining(" and "));
	}
}
