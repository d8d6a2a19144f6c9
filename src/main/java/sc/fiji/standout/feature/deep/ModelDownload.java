package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

import sc.fiji.standout.matrix.Progress;

/**
 * Downloads a model into the cache, when the user has said so. What has come is kept in a {@code .part} file beside its
 * place, so that a download that was interrupted goes on where it stopped; the file takes its place only when it is
 * complete and has the SHA-256 of the description.
 */
final class ModelDownload {

	private static final int BUFFER = 1 << 16;
	private static final int OK = 200;
	private static final int PARTIAL = 206;
	private static final int NOT_SATISFIABLE = 416;

	private final ModelDescription model;
	private final Progress progress;
	private final Path part;
	private boolean mine;

	private ModelDownload(final ModelDescription model, final Path folder, final Progress progress) {
		this.model = model;
		this.progress = progress;
		part = folder.resolve(model.file() + ".part");
	}

	/**
	 * @param model with its address, size and checksum
	 * @param folder made if it is not there
	 * @return the file in the folder
	 * @throws IllegalStateException in one sentence, when it cannot be downloaded or written, or is not the model
	 * @throws CancellationException when cancelled; what has come is kept
	 */
	static Path download(final ModelDescription model, final Path folder, final Progress progress) {
		progress.check();
		progress.message("Downloading " + model.name() + " (" + ModelStore.size(model.source().bytes()) + ")");
		final ModelDownload download = new ModelDownload(model, folder, progress);
		try {
			Files.createDirectories(folder);
			try (FileChannel out = FileChannel.open(download.part, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE); FileLock lock = lock(out))
			{
				if (lock == null) throw new IllegalStateException("The model " + model.name() +
					" is being downloaded already; wait until that is done.");
				download.mine = true;
				download.fill(out);
			}
			download.check();
			return download.move(folder.resolve(model.file()));
		}
		catch (final IOException e) {
			throw new IllegalStateException("The model " + model.name() + " cannot be written to " + folder + " (" + Engines
				.oneLine(e) + "); make room there, or put " + model.file() + " from " + model.source().url() +
				" into the folder models/standout of ImageJ.", e);
		}
		finally {
			if (download.mine) download.tidy();
		}
	}

	/** Leaves no empty file. */
	private void tidy() {
		try {
			if (Files.isRegularFile(part) && Files.size(part) == 0) Files.delete(part);
		}
		catch (final IOException e) {
			part.toFile().deleteOnExit();
		}
	}

	private static FileLock lock(final FileChannel out) throws IOException {
		try {
			return out.tryLock();
		}
		catch (final OverlappingFileLockException e) {
			return null;
		}
	}

	/** Gets what is missing. */
	private void fill(final FileChannel out) throws IOException {
		final long bytes = model.source().bytes();
		if (out.size() > bytes) out.truncate(0);
		if (out.size() == bytes) return;
		try (Download in = Download.open(model.source().url(), out.size(), progress)) {
			final int status = in.status();
			if (status == NOT_SATISFIABLE && out.size() > 0) {
				// The file there is another one than the one that was begun
				out.truncate(0);
				fill(out);
				return;
			}
			if (status != OK && status != PARTIAL) throw failed("the server answers " + status, null);
			if (status == OK || !in.startsAt(out.size())) out.truncate(0);
			if (status == PARTIAL && out.size() == 0 && !in.startsAt(0)) throw failed("the server sends another part", null);
			copy(in, out);
		}
		catch (final Download.Interruption e) {
			throw failed(e.getMessage(), e);
		}
		if (out.size() < bytes) {
			out.truncate(0);
			throw failed("the server's file is shorter than " + bytes + " bytes", null);
		}
	}

	private void copy(final Download in, final FileChannel out) throws IOException {
		final long bytes = model.source().bytes();
		out.position(out.size());
		final byte[] buffer = new byte[BUFFER];
		for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
			final ByteBuffer content = ByteBuffer.wrap(buffer, 0, count);
			while (content.hasRemaining()) out.write(content);
			if (out.size() > bytes) {
				out.truncate(0);
				throw failed("the server's file is longer than " + bytes + " bytes", null);
			}
			progress.report((double) out.size() / bytes);
		}
	}

	/** Removes what is not the model. */
	private void check() throws IOException {
		progress.message("Checking " + model.name());
		if (Checksum.of(part, progress).equals(model.source().sha256())) return;
		Files.delete(part);
		throw new IllegalStateException("The file from " + model.source().url() + " is not the model " + model.name() +
			" (its sha256 differs); it was removed and nothing else has changed, so try again later.");
	}

	private Path move(final Path file) throws IOException {
		try {
			return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private IllegalStateException failed(final String why, final Throwable cause) {
		return new IllegalStateException("The model " + model.name() + " cannot be downloaded from " + model.source().url() +
			" (" + why + "); run this again later, or put the file " + model.file() +
			" into the folder models/standout of ImageJ.", cause);
	}
}
