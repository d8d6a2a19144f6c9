package sc.fiji.standout.imagej;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.gui.Roi;
import ij.io.RoiDecoder;

/** Reads the ROIs that the ROI Manager has saved: one .roi file, or a .zip of many. Needs no display. */
public final class RoiFile {

	private static final String ROI = ".roi";

	private RoiFile() {}

	/** @throws IllegalArgumentException in one sentence, when there is no such file or no ROI in it */
	public static Roi[] read(final String path) {
		final List<Roi> rois = new ArrayList<>();
		try {
			if (path.endsWith(ROI)) add(rois, Files.readAllBytes(new File(path).toPath()), new File(path).getName());
			else readZip(rois, path);
		}
		catch (final IOException | RuntimeException e) {
			throw new IllegalArgumentException("rois=" + path + " cannot be read; give a file that the ROI Manager has saved " +
				"(.zip or .roi).", e);
		}
		if (rois.isEmpty()) throw new IllegalArgumentException("rois=" + path +
			" has no ROIs; give a file that the ROI Manager has saved (.zip or .roi).");
		return rois.toArray(new Roi[0]);
	}

	private static void readZip(final List<Roi> rois, final String path) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new FileInputStream(path))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().endsWith(ROI)) add(rois, zip.readAllBytes(), entry.getName());
			}
		}
	}

	private static void add(final List<Roi> rois, final byte[] bytes, final String file)
		throws IOException
	{
		final String name = file.substring(0, file.length() - ROI.length());
		final Roi roi = new RoiDecoder(bytes, name).getRoi();
		if (roi == null) throw new IllegalArgumentException(file);
		roi.setName(name);
		rois.add(roi);
	}
}
