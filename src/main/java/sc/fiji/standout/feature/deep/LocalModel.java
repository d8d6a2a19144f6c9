package sc.fiji.standout.feature.deep;

import java.nio.file.Path;
import java.util.List;

import sc.fiji.standout.feature.Note;

/**
 * A model file on this computer that may be used.
 *
 * @param description how to use it
 * @param path the model file
 * @param sha256 of the file, checked where the description says what it must be
 * @param notes what the user should know, such as what was assumed of a model without a description
 */
record LocalModel(ModelDescription description, Path path, String sha256, List<Note> notes) {

	LocalModel {
		notes = List.copyOf(notes);
	}

	/** Whether a file is a TorchScript model, which is a ZIP archive, or else an ONNX model. */
	static boolean isTorchScript(final Path path) {
		try (java.io.InputStream in = java.nio.file.Files.newInputStream(path)) {
			return in.read() == 'P' && in.read() == 'K';
		}
		catch (final java.io.IOException e) {
			throw Checksum.unreadable(path, e);
		}
	}
}
