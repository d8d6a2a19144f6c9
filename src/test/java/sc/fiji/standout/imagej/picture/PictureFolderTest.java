package sc.fiji.standout.imagej.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.standout.matrix.Parallel;
import sc.fiji.standout.matrix.Progress;

class PictureFolderTest {

	@TempDir
	Path folder;

	private void png(final String name, final int width, final int height, final int type) throws IOException {
		final File file = folder.resolve(name).toFile();
		file.getParentFile().mkdirs();
		ImageIO.write(new BufferedImage(width, height, type), "png", file);
	}

	private void grey(final String name) throws IOException {
		png(name, 3, 2, BufferedImage.TYPE_BYTE_GRAY);
	}

	private PictureFolder read(final boolean recursive) {
		return PictureFolder.read(folder.toFile(), recursive, Progress.NONE);
	}

	private static List<String> names(final PictureFolder found) {
		return found.pictures().stream().map(Picture::name).toList();
	}

	@Test
	void filesComeInNaturalOrderAndSubfoldersAfterThem() throws IOException {
		for (final String name : new String[] { "img10.png", "img2.png", "b/x.png", "a 10/x.png", "a 2/y/z.png",
			"a 2/x.png", "zoo.png" }) grey(name);
		assertEquals(List.of("img2.png", "img10.png", "zoo.png", "a 2/x.png", "a 2/y/z.png", "a 10/x.png", "b/x.png"), names(
			read(true)));
		assertEquals(List.of("img2.png", "img10.png", "zoo.png"), names(read(false)));
		assertEquals(List.of("", "", "", "a 2", "a 2/y", "a 10", "b"), read(true).pictures().stream().map(
			Picture::subfolder).toList());
	}

	@Test
	void whatIsHiddenOrNoPictureIsIgnoredAndWhatLooksLikeOneIsSaid() throws IOException {
		grey("good.png");
		grey(".hidden.png");
		grey(".cache/thumb.png");
		grey("without ending");
		Files.move(folder.resolve("without ending"), folder.resolve("IM0001"));
		for (final String name : new String[] { ".DS_Store", "Thumbs.db", "labels.csv", "notes.txt", "empty" }) Files
			.writeString(folder.resolve(name), "index,label\n");
		Files.writeString(folder.resolve("broken.jpg"), "no JPEG");
		Files.write(folder.resolve("empty.tif"), new byte[0]);
		Files.writeString(folder.resolve("phone.heic"), "....ftypheic");
		final PictureFolder found = read(true);
		assertEquals(List.of("IM0001", "good.png"), names(found));
		assertEquals(List.of(new PictureFolder.Skipped("broken.jpg", "its format is not known"), new PictureFolder.Skipped(
			"empty.tif", "it is empty"), new PictureFolder.Skipped("phone.heic", "its format is not known")), found.skipped());
	}

	@Test
	void linksThatLeadRoundAreFollowedOnce() throws IOException {
		grey("a/x.png");
		grey("b/y.png");
		Files.createSymbolicLink(folder.resolve("a/up"), folder);
		Files.createSymbolicLink(folder.resolve("b/other"), folder.resolve("a"));
		Files.createSymbolicLink(folder.resolve("linked.png"), folder.resolve("a/x.png"));
		Files.createSymbolicLink(folder.resolve("nowhere.png"), folder.resolve("gone.png"));
		final PictureFolder found = read(true);
		assertEquals(List.of("linked.png", "a/x.png", "b/y.png"), names(found));
		assertEquals("nowhere.png", found.skipped().get(0).name());
	}

	@Test
	void theTypeIsOneInWhichAllCanBeCompared() throws IOException {
		png("a.png", 1, 1, BufferedImage.TYPE_BYTE_GRAY);
		assertEquals(PixelType.GREY8, read(true).type());
		png("b.png", 1, 1, BufferedImage.TYPE_USHORT_GRAY);
		assertEquals(PixelType.GREY16, read(true).type());
		Files.write(folder.resolve("c.dcm"), Dicom.of(1, 1, 16, 1, "", new byte[2]));
		assertEquals(PixelType.GREY32, read(true).type());
		png("d.png", 1, 1, BufferedImage.TYPE_INT_RGB);
		assertEquals(PixelType.RGB, read(true).type());
	}

	@Test
	void aFolderWithoutPicturesIsAnError() throws IOException {
		final String path = folder.toString();
		assertEquals("path=" + path + " has no picture that can be read, nor have its subfolders; give a folder with " +
			"pictures such as JPEG, PNG or TIFF.", assertThrows(IllegalArgumentException.class, () -> read(true)).getMessage());
		grey("sub/a.png");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> read(false)).getMessage().contains("recursive=false"));
		Files.writeString(folder.resolve("x.jpg"), "");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> read(false)).getMessage().contains(
			"such as x.jpg, because it is empty"));
		final File file = folder.resolve("sub/a.png").toFile();
		assertTrue(assertThrows(IllegalArgumentException.class, () -> PictureFolder.read(file, true, Progress.NONE))
			.getMessage().startsWith("path=" + file + " is a file; give a folder"));
		final File none = folder.resolve("none").toFile();
		assertTrue(assertThrows(IllegalArgumentException.class, () -> PictureFolder.read(none, true, Progress.NONE))
			.getMessage().startsWith("path=" + none + " does not exist; give a folder"));
	}

	@Test
	void readingIsCancelledAndTheSameOnAnyNumberOfThreads() throws Exception {
		for (int i = 0; i < 300; i++) png("class " + i % 3 + "/cell " + i + ".png", 1 + i, 5, BufferedImage.TYPE_BYTE_GRAY);
		final PictureFolder one = Parallel.withThreads(1, () -> read(true));
		assertEquals(300, one.pictures().size());
		assertEquals(one, Parallel.withThreads(4, () -> read(true)));
		for (final int checks : new int[] { 0, 1, 5, 12 }) {
			final int[] asked = new int[1];
			assertThrows(CancellationException.class, () -> Parallel.withThreads(1, () -> PictureFolder.read(folder.toFile(),
				true, new Progress() {

					@Override
					public void report(final double fraction) {
						assertTrue(fraction >= 0 && fraction <= 1);
					}

					@Override
					public boolean isCanceled() {
						return asked[0]++ >= checks;
					}
				})));
		}
	}
}
