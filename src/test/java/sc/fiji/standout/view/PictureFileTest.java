package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {

	@TempDir
	Path folder;

	private final BufferedImage image = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);

	@Test
	void writesAndReplaces() throws Exception {
		final File file = folder.resolve("plot.png").toFile();
		Files.writeString(file.toPath(), "old");
		image.setRGB(3, 2, 0x123456);
		PictureFile.savePng(image, file);
		final BufferedImage back = ImageIO.read(file);
		assertEquals(5, back.getWidth());
		assertEquals(0x123456, back.getRGB(3, 2) & 0xffffff);
		assertArrayEquals(new String[] { "plot.png" }, folder.toFile().list(), "no temporary file is left");
	}

	@Test
	void aFolderThatIsNotThereIsSaid() {
		final File file = folder.resolve("missing/plot.png").toFile();
		assertTrue(assertThrows(IllegalArgumentException.class, () -> PictureFile.savePng(image, file)).getMessage()
			.contains("The folder of path=" + file + " does not exist"));
	}

	@Test
	void aFolderIsNotReplaced() throws Exception {
		final Path target = Files.createDirectory(folder.resolve("plots"));
		assertThrows(IllegalArgumentException.class, () -> PictureFile.savePng(image, target.toFile()));
		assertTrue(Files.isDirectory(target));
		assertEquals(1, folder.toFile().list().length);
	}
}
