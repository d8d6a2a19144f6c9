package sc.fiji.standout.imagej.picture;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;

import ij.process.ImageProcessor;

/**
 * A picture file of a folder: where it is and what its header says; its pixels are read when asked for.
 *
 * @param folder the folder that was opened
 * @param name path below the folder, with slashes, such as "cats/cat 9.png"
 * @param header of the file as it was when the folder was opened
 */
public record Picture(File folder, String name, Header header) {

	/** The subfolder in which the picture lies, such as "cats"; "" for the folder itself. */
	public String subfolder() {
		return name.substring(0, Math.max(0, name.lastIndexOf('/')));
	}

	public File file() {
		return new File(folder, name);
	}

	/**
	 * Reads the picture with its own size. May be called from several threads.
	 *
	 * @param type at least that of the picture itself; see {@link PixelType#with}
	 * @throws IllegalStateException in one sentence, when the file is gone, damaged or another one by now
	 */
	public ImageProcessor read(final PixelType type) {
		final ImageProcessor processor;
		try {
			processor = Format.of(file()).read(file());
		}
		catch (final FileNotFoundException e) {
			throw new IllegalStateException("The picture '" + file() + "' " + (file().exists()
				? "may not be read; allow it" : "is gone; put it back") + " or open the folder again.", e);
		}
		catch (final IOException | RuntimeException e) {
			throw new IllegalStateException("The picture '" + file() + "' cannot be read, because " + reason(e) +
				"; repair or remove it and open the folder again.", e);
		}
		final boolean same = processor.getWidth() == header.width() && processor.getHeight() == header.height() && type
			.with(PixelType.of(processor)) == type;
		if (!same) throw new IllegalStateException("The picture '" + file() + "' is another one than when the folder was " +
			"opened: it was " + header.width() + " x " + header.height() + " " + header.type() + " and is " + processor
				.getWidth() + " x " + processor.getHeight() + " " + PixelType.of(processor) + "; open the folder again.");
		return type.convert(processor);
	}

	/** Why a file could not be read, in words after "because". */
	static String reason(final Exception e) {
		if (e instanceof IOException && e.getCause() == null && e.getMessage() != null && e.getMessage().startsWith("it"))
			return e.getMessage();
		return "it is damaged or of a kind that is not supported" + (e.getMessage() == null ? "" : " (" + e.getMessage()
			.lines().findFirst().orElse("") + ")");
	}
}
