package sc.fiji.standout.view;

import java.awt.Component;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;

import sc.fiji.standout.study.CompleteFile;

/** Pictures to files and to the clipboard. */
public final class PictureFile {

	private PictureFile() {}

	/**
	 * Writes a PNG file. A file that is there already is replaced only once the new one is complete.
	 *
	 * @throws IllegalArgumentException when the file cannot be written
	 */
	public static void savePng(final BufferedImage image, final File file) {
		CompleteFile.write(file.getPath(), out -> {
			if (!ImageIO.write(image, "png", out)) throw new IOException("no PNG writer");
		});
	}

	/** Asks the user where to, and writes a PNG file there. */
	static void ask(final Component parent, final String name, final BufferedImage image) {
		final JFileChooser chooser = new JFileChooser(ij.io.OpenDialog.getDefaultDirectory());
		chooser.setSelectedFile(new File(name.replaceAll("[^\\w .()-]", "_") + ".png"));
		if (chooser.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) return;
		File file = chooser.getSelectedFile();
		if (!file.getName().toLowerCase(java.util.Locale.ROOT).endsWith(".png")) file = new File(file.getPath() + ".png");
		if (file.exists() && JOptionPane.showConfirmDialog(parent, file.getName() + " exists. Replace it?", "Save as PNG",
			JOptionPane.YES_NO_OPTION) != JOptionPane.YES_OPTION) return;
		try {
			savePng(image, file);
		}
		catch (final IllegalArgumentException e) {
			JOptionPane.showMessageDialog(parent, e.getMessage(), "Save as PNG", JOptionPane.ERROR_MESSAGE);
		}
	}

	/** Puts a picture on the clipboard. */
	static void copy(final BufferedImage image) {
		Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new Picture(image), null);
	}

	private record Picture(BufferedImage image) implements Transferable {

		@Override
		public DataFlavor[] getTransferDataFlavors() {
			return new DataFlavor[] { DataFlavor.imageFlavor };
		}

		@Override
		public boolean isDataFlavorSupported(final DataFlavor flavor) {
			return DataFlavor.imageFlavor.equals(flavor);
		}

		@Override
		public Object getTransferData(final DataFlavor flavor) throws UnsupportedFlavorException {
			if (!isDataFlavorSupported(flavor)) throw new UnsupportedFlavorException(flavor);
			return image;
		}
	}
}
