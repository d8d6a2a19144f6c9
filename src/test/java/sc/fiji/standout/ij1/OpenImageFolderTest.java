package sc.fiji.standout.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The opened folder is the active image of the commands that follow in a macro, with and without windows. */
class OpenImageFolderTest {

	@TempDir
	Path folder;

	@BeforeEach
	void fill() throws IOException {
		for (int i = 0; i < 24; i++) {
			final BufferedImage image = new BufferedImage(30 + i, 60 - i, BufferedImage.TYPE_INT_RGB);
			for (int y = 0; y < 60 - i; y++) for (int x = 0; x < 30 + i; x++) image.setRGB(x, y, x * i << 16 | y * y * (i + 3));
			final File file = folder.resolve("my pictures/kind " + i % 3 + "/no " + i + ".png").toFile();
			file.getParentFile().mkdirs();
			ImageIO.write(image, "png", file);
		}
		Files.writeString(folder.resolve("my pictures/broken.png"), "broken");
		Files.writeString(folder.resolve("grades.csv"), "file,grade\n" + String.join("", java.util.stream.IntStream.range(0,
			24).mapToObj(i -> "no " + i + ".png,g" + i / 6 + "\n").toList()));
	}

	@Test
	void withoutADisplay() throws Exception {
		run(true);
	}

	@Test
	void withADisplay() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		run(false);
	}

	private void run(final boolean headless) throws Exception {
		final String open = "newImage('other', '8-bit', 9, 9, 4); run('Open Image Folder...', 'path=[" + folder +
			"/my pictures] size=40');" +
			"if (getTitle() != 'my pictures' || nSlices != 24 || getHeight() != 40 || bitDepth() != 24) exit('not active');" +
			"run('Find Outliers...', 'components=5 embedding=PCA clustering=K-Means k=2 plot=false montage=false');" +
			"run('Import Labels...', 'path=[" + folder + "/grades.csv] column=grade');";
		final String export = "run('Export Items...', 'path=[" + folder + "/%s.csv]'); close();" +
			"if (getTitle() != 'other') exit('not closed');";
		final Map<String, MacroBatch.Result> results = MacroBatch.run(headless, Map.of("windows", open + String.format(export,
			"windows"), "batch", "setBatchMode(true);" + open + String.format(export, "batch")), "");
		results.forEach((name, result) -> {
			assertTrue(result.ended(), name + ": " + result.output());
			if (headless) assertTrue(result.output().contains("1 file or folder was left out: broken.png (its format is not " +
				"known)."), result.output());
		});
		final List<String> lines = Files.readAllLines(folder.resolve("windows.csv"));
		assertTrue(lines.get(0).startsWith("item,label,slice,roi,file,embedding_x,"), lines.get(0));
		assertTrue(lines.get(9).startsWith("9,g0,9,,kind 1/no 1.png,"), lines.get(9));
		assertTrue(lines.get(24).startsWith("24,g3,24,,kind 2/no 23.png,"), lines.get(24));
		assertEquals(lines, Files.readAllLines(folder.resolve("batch.csv")));
	}
}
