package sc.fiji.standout.imagej.picture;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import sc.fiji.standout.item.NaturalOrder;
import sc.fiji.standout.matrix.Progress;

/**
 * The files of a folder, and of its subfolders after them, each in natural order; hidden ones are left out. A folder to
 * which several links lead, even from inside of it, is listed once.
 */
final class FolderFiles {

	private static final int FILES_BETWEEN_CHECKS = 500;

	private final boolean recursive;
	private final Progress progress;
	private final List<String> names = new ArrayList<>();
	private final List<String> closed = new ArrayList<>();
	private final Set<String> seen = new HashSet<>();

	private FolderFiles(final boolean recursive, final Progress progress) {
		this.recursive = recursive;
		this.progress = progress;
	}

	/** @throws java.util.concurrent.CancellationException when cancelled */
	static FolderFiles of(final File folder, final boolean recursive, final Progress progress) {
		final FolderFiles files = new FolderFiles(recursive, progress);
		files.add(folder, "");
		return files;
	}

	/** Paths below the folder, with slashes. */
	List<String> names() {
		return names;
	}

	/** Subfolders that may not be read. */
	List<String> closed() {
		return closed;
	}

	private void add(final File folder, final String prefix) {
		progress.check();
		final String[] children = folder.list();
		if (children == null || !isNew(folder)) {
			if (children == null) closed.add(prefix);
			return;
		}
		Arrays.sort(children, NaturalOrder.INSTANCE);
		final List<String> subfolders = new ArrayList<>();
		for (final String child : children) {
			final File file = new File(folder, child);
			if (child.startsWith(".") || file.isHidden()) continue;
			if (file.isDirectory()) subfolders.add(child);
			else names.add(prefix + child);
			if (names.size() % FILES_BETWEEN_CHECKS == 0) progress.check();
		}
		if (recursive) for (final String child : subfolders) add(new File(folder, child), prefix + child + "/");
	}

	private boolean isNew(final File folder) {
		try {
			return seen.add(folder.getCanonicalPath());
		}
		catch (final IOException e) {
			return false;
		}
	}
}
