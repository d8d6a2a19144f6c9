package sc.fiji.standout.imagej.picture;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

/**
 * The pictures of a folder, known by their headers alone. Files that neither are pictures nor are called like one are
 * ignored.
 *
 * @param folder the folder
 * @param pictures at least one, in natural order
 * @param type in which all pictures can be compared
 * @param skipped what looked like a picture or a folder, but cannot be read: name and reason
 */
public record PictureFolder(File folder, List<Picture> pictures, PixelType type, List<Skipped> skipped) {

	/** The most pixels of a picture: as many values as an array of colours can hold. */
	private static final long MOST_PIXELS = Integer.MAX_VALUE / 3 - 8;
	private static final int CHUNK = 16;

	/** A file or subfolder that is left out, and why, in words after "because". */
	public record Skipped(String name, String reason) {}

	/** What came of one file: a header, or a reason, or nothing where it is no picture. */
	private record Finding(Header header, String reason) {}

	/**
	 * Reads the headers of all pictures.
	 *
	 * @param recursive whether the pictures of subfolders count too
	 * @throws IllegalArgumentException in one sentence, when it is no folder or has no picture that can be read
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public static PictureFolder read(final File folder, final boolean recursive, final Progress progress) {
		if (!folder.isDirectory()) throw new IllegalArgumentException("path=" + folder + (folder.exists()
			? " is a file" : " does not exist") + "; give a folder of pictures.");
		if (folder.list() == null) throw new IllegalArgumentException("path=" + folder +
			" may not be read; give a folder that you are allowed to read.");
		progress.message("Looking for pictures in " + folder.getName());
		final FolderFiles files = FolderFiles.of(folder, recursive, progress);
		final List<String> names = files.names();
		progress.message("Reading the headers of " + names.size() + " files");
		final Finding[] findings = new Finding[names.size()];
		Parallel.chunks(names.size(), CHUNK, progress, (chunk, from, to) -> {
			for (int i = from; i < to; i++) findings[i] = look(new File(folder, names.get(i)));
		});
		return collect(folder, recursive, files, findings);
	}

	/** The pages that are not read: how many pictures have more than one. */
	public long manyPaged() {
		return pictures.stream().filter(picture -> picture.header().pages() > 1).count();
	}

	private static PictureFolder collect(final File folder, final boolean recursive, final FolderFiles files,
		final Finding[] findings)
	{
		final List<Picture> pictures = new ArrayList<>();
		final List<Skipped> skipped = new ArrayList<>();
		for (final String name : files.closed()) skipped.add(new Skipped(name, "it may not be read"));
		PixelType type = PixelType.GREY8;
		for (int i = 0; i < findings.length; i++) {
			final String name = files.names().get(i);
			if (findings[i].header() != null) {
				pictures.add(new Picture(folder, name, findings[i].header()));
				type = type.with(findings[i].header().type());
			}
			else if (findings[i].reason() != null) skipped.add(new Skipped(name, findings[i].reason()));
		}
		if (pictures.isEmpty()) throw new IllegalArgumentException("path=" + folder + " has no picture that can be read" +
			(recursive ? ", nor have its subfolders" : " (its subfolders were not searched, with recursive=false)") + (skipped
				.isEmpty() ? "" : ", such as " + skipped.get(0).name() + ", because " + skipped.get(0).reason()) +
			"; give a folder with pictures such as JPEG, PNG or TIFF.");
		return new PictureFolder(folder, List.copyOf(pictures), type, List.copyOf(skipped));
	}

	private static Finding look(final File file) {
		final boolean named = Format.isNamed(file.getName());
		final Format format;
		try {
			format = Format.of(file);
		}
		catch (final FileNotFoundException e) {
			return new Finding(null, named ? "it may not be read" : null);
		}
		catch (final IOException e) {
			return new Finding(null, named ? Picture.reason(e) : null);
		}
		try {
			final Header header = format.header(file);
			if ((long) header.width() * header.height() <= MOST_PIXELS) return new Finding(header, null);
			return new Finding(null, "it has " + header.width() + " x " + header.height() + " pixels, which are too many");
		}
		catch (final IOException | RuntimeException e) {
			return new Finding(null, Picture.reason(e));
		}
	}
}
