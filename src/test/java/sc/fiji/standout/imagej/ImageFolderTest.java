package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.texture.Texture;
import sc.fiji.standout.imagej.picture.Header;
import sc.fiji.standout.imagej.picture.Picture;
import sc.fiji.standout.imagej.picture.PictureFolder;
import sc.fiji.standout.imagej.picture.PixelType;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.item.Place;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Study;

class ImageFolderTest {

	@TempDir
	Path folder;

	/** Saves a picture whose values count up from {@code first}; its ending says how. */
	private ImageProcessor save(final String name, final ImageProcessor type, final int width, final int height,
		final float first) throws IOException
	{
		final ImageProcessor picture = type.createProcessor(width, height);
		for (int i = 0; i < width * height; i++) {
			if (type instanceof ColorProcessor) picture.set(i, 0xff000000 | (int) (first + i) * 0x010203 & 0xffffff);
			else picture.setf(i, first + i);
		}
		final File file = folder.resolve(name).toFile();
		file.getParentFile().mkdirs();
		final FileSaver saver = new FileSaver(new ImagePlus("", picture));
		assertTrue(name.endsWith("tif") ? saver.saveAsTiff(file.getPath()) : saver.saveAsPng(file.getPath()));
		return picture;
	}

	private ImageFolder open() {
		return ImageFolder.open(folder.toString(), 0, true, Progress.NONE);
	}

	private static String text(final List<Note> notes) {
		return String.join("\n", notes.stream().map(Note::text).toList());
	}

	@Test
	void itemsHaveTheirOwnSizesAndPixels() throws IOException {
		final ImageProcessor[] saved = { save("a.png", new ByteProcessor(1, 1), 12, 5, 3), save("b.png", new ByteProcessor(1,
			1), 4, 30, 100), save("c.png", new ByteProcessor(1, 1), 1, 1, 9) };
		final ImagePlus image = open().image();
		assertEquals(folder.getFileName().toString(), image.getTitle());
		assertArrayEquals(new int[] { 12, 12, 1, 3, 1 }, image.getDimensions(), "the median of 12, 30 and 1, three slices");
		for (final String kind : new String[] { "Slices", "Frames" }) {
			final ImageBacked items = ImageItems.of(image, kind, "", 0);
			assertEquals(3, items.size());
			assertEquals("3 " + kind.toLowerCase() + " of " + image.getTitle(), items.description());
			for (int i = 0; i < 3; i++) {
				final Pixels pixels = Pixels.read(items, i);
				assertArrayEquals(new int[] { saved[i].getWidth(), saved[i].getHeight(), 1 }, items.dimensions(i));
				assertEquals(saved[i].getWidth(), pixels.width());
				for (int k = 0; k < pixels.values().length; k++) assertEquals(saved[i].getf(k), pixels.values()[k]);
				assertEquals(new Place(i + 1, ""), items.place(i));
				assertEquals(i, items.itemAt(i + 1, 0, 0));
			}
			assertEquals("a.png", items.label(0), "without subfolders the file name is the label");
			assertEquals("a.png", items.file(0));
		}
		TestData.close(image);
	}

	@Test
	void subfoldersAreTheLabelsAndTheTableHasTheFiles() throws IOException {
		save("rose/1.png", new ByteProcessor(1, 1), 9, 9, 0);
		save("rose/2.png", new ByteProcessor(1, 1), 9, 9, 0);
		save("tulip/red/1.png", new ByteProcessor(1, 1), 9, 9, 0);
		save("0.png", new ByteProcessor(1, 1), 9, 9, 0);
		final ImagePlus image = open().image();
		final Study study = new Study(ImageItems.slices(image));
		final List<Column> columns = study.columns();
		assertEquals(List.of("item", "label", "slice", "roi", "file"), columns.stream().map(Column::name).toList());
		assertArrayEquals(new String[] { "", "rose", "rose", "tulip/red" }, columns.get(1).texts());
		assertArrayEquals(new String[] { "0.png", "rose/1.png", "rose/2.png", "tulip/red/1.png" }, columns.get(4).texts());
		assertEquals("tulip/red/1.png", image.getStack().getSliceLabel(4), "the window says the file");
		final ImageBacked tiles = ImageItems.tiles(image, 9);
		assertEquals("tulip/red", tiles.label(3));
		assertEquals("tulip/red/1.png", tiles.file(3));
		TestData.close(image);
	}

	@Test
	void slicesAreShownOnOneCanvasAndRegionsLieOnIt() throws IOException {
		save("a.png", new ByteProcessor(1, 1), 20, 10, 1);
		save("b.png", new ByteProcessor(1, 1), 10, 20, 1);
		final ImagePlus image = open().image();
		image.setSlice(1);
		final ImageProcessor shown = image.getProcessor();
		assertEquals(20, shown.getWidth());
		assertEquals(20, shown.getHeight());
		assertEquals(0, shown.get(0, 4));
		assertEquals(1, shown.get(0, 5));
		assertEquals(200, shown.get(19, 14));
		assertEquals(0, shown.get(19, 15));
		final Roi roi = new Roi(new Rectangle(0, 5, 3, 2));
		roi.setPosition(1);
		assertArrayEquals(new float[] { 1, 2, 3, 21, 22, 23 }, Pixels.read(ImageItems.rois(image, roi), 0).values());
		shown.set(0, 5, 77);
		assertEquals(1, image.getStack().getProcessor(1).get(0, 5), "drawing on what is shown changes no picture");
		TestData.close(image);
	}

	@Test
	void coloursMakeAllPicturesRgb() throws IOException {
		save("a.png", new ByteProcessor(1, 1), 3, 2, 40);
		final ImageProcessor colors = save("b.png", new ColorProcessor(1, 1), 2, 2, 7);
		save("c.tif", new ShortProcessor(1, 1), 16, 16, 1000);
		final ImageFolder opened = open();
		final Items items = ImageItems.slices(opened.image());
		assertEquals(24, opened.image().getBitDepth());
		for (int i = 0; i < 3; i++) assertEquals(3, items.dimensions(i)[2]);
		final Pixels grey = Pixels.read(items, 0);
		for (int c = 0; c < 3; c++) for (int k = 0; k < 6; k++) assertEquals(40 + k, grey.values()[6 * c + k]);
		final Pixels color = Pixels.read(items, 1);
		for (int k = 0; k < 4; k++) for (int c = 0; c < 3; c++) {
			assertEquals(colors.get(k) >> 16 - 8 * c & 0xff, color.values()[4 * c + k]);
		}
		final Pixels deep = Pixels.read(items, 2);
		assertEquals(255, deep.maximum());
		for (int k = 0; k < 256; k++) assertEquals(k, deep.values()[k], 1, "1000..1255 scaled to 0..255");
		assertEquals("Since other pictures have colours, 1 16-bit picture will be scaled to 8 bits, each by its own " +
			"display range.", text(opened.notes()));
		TestData.close(opened.image());
	}

	@Test
	void greyPicturesKeepTheirValuesInTheLargestType() throws IOException {
		final ImageProcessor bytes = save("a.png", new ByteProcessor(1, 1), 5, 5, 40);
		final ImageProcessor shorts = save("b.tif", new ShortProcessor(1, 1), 6, 5, 60000);
		ImageFolder opened = open();
		Items items = ImageItems.slices(opened.image());
		assertEquals(16, opened.image().getBitDepth());
		assertInstanceOf(UnsignedShortType.class, items.pixels(0).getType());
		for (int k = 0; k < 25; k++) assertEquals(bytes.get(k), Pixels.read(items, 0).values()[k]);
		for (int k = 0; k < 30; k++) assertEquals(shorts.get(k), Pixels.read(items, 1).values()[k]);
		assertTrue(text(opened.notes()).contains("1 8-bit picture and 1 16-bit picture"), text(opened.notes()));
		TestData.close(opened.image());
		save("c.tif", new FloatProcessor(1, 1), 2, 2, -3.5f);
		opened = open();
		items = ImageItems.slices(opened.image());
		assertInstanceOf(FloatType.class, items.pixels(1).getType());
		assertEquals(60003, Pixels.read(items, 1).values()[3]);
		assertEquals(-3.5f, Pixels.read(items, 2).values()[0]);
		TestData.close(opened.image());
	}

	@Test
	void aFileThatIsGoneDamagedOrAnotherOneIsSaid() throws IOException {
		for (final String name : new String[] { "a.png", "b.png", "c.png", "d.png" }) {
			save(name, new ByteProcessor(1, 1), 40, 30, 1);
		}
		final ImagePlus image = open().image();
		final Items items = ImageItems.slices(image);
		Files.delete(folder.resolve("b.png"));
		final byte[] whole = Files.readAllBytes(folder.resolve("c.png"));
		Files.write(folder.resolve("c.png"), Arrays.copyOf(whole, whole.length / 2));
		save("d.png", new ByteProcessor(1, 1), 41, 30, 1);
		final String gone = assertThrows(IllegalStateException.class, () -> items.pixels(1)).getMessage();
		assertEquals("The picture '" + folder.resolve("b.png") + "' is gone; put it back or open the folder again.", gone);
		final String damaged = assertThrows(IllegalStateException.class, () -> items.pixels(2)).getMessage();
		assertTrue(damaged.startsWith("The picture '" + folder.resolve("c.png") + "' cannot be read, because"), damaged);
		final String other = assertThrows(IllegalStateException.class, () -> items.pixels(3)).getMessage();
		assertTrue(other.contains("it was 40 x 30 GREY8 and is 41 x 30 GREY8"), other);
		for (int slice = 2; slice <= 4; slice++) {
			final ImageProcessor notice = image.getStack().getProcessor(slice);
			assertEquals(160, notice.get(0, 0), "a grey slice");
			assertTrue(notice.getStats().min < 100, "with text");
		}
		final Items tiles = ImageItems.tiles(image, 30);
		assertEquals(gone, assertThrows(IllegalStateException.class, () -> tiles.pixels(1)).getMessage());
		assertEquals(1, image.getStack().getProcessor(1).get(0, 0));
		TestData.close(image);
		assertTrue(assertThrows(IllegalStateException.class, () -> items.pixels(0)).getMessage().contains("was closed"));
	}

	@Test
	void slicesCanBeDeleted() throws IOException {
		for (final String name : new String[] { "a/1.png", "a/2.png", "b/3.png", "b/4.png" }) save(name, new ByteProcessor(1,
			1), 8, 8, name.charAt(2));
		final ImagePlus image = open().image();
		final Items before = ImageItems.slices(image);
		image.setSlice(2);
		image.getStack().deleteSlice(2);
		image.setStack(image.getStack());
		final Items items = ImageItems.slices(image);
		assertEquals(3, items.size());
		assertEquals("b/3.png", items.file(1));
		assertEquals("b", items.label(1));
		assertEquals('3', Pixels.read(items, 1).values()[0]);
		assertEquals('3', image.getStack().getProcessor(2).get(0));
		assertTrue(assertThrows(IllegalStateException.class, () -> before.pixels(0)).getMessage().contains("3 slices now"));
		assertTrue(Files.exists(folder.resolve("a/2.png")));
		TestData.close(image);
	}

	@Test
	void whatWasLeftOutIsSaid() throws IOException {
		save("a.png", new ByteProcessor(1, 1), 8, 8, 0);
		for (int i = 1; i <= 5; i++) Files.writeString(folder.resolve("bad" + i + ".jpg"), "bad");
		assertEquals("5 files or folders were left out: bad1.jpg (its format is not known), bad2.jpg (its format is not " +
			"known), bad3.jpg (its format is not known) and 2 more.", text(open().notes()));
		assertFalse(open().notes().get(0).text().contains("\n"));
		assertEquals("path is empty; give the folder of pictures to open.", assertThrows(IllegalArgumentException.class,
			() -> ImageFolder.open(" ", 0, true, Progress.NONE)).getMessage());
	}

	@Test
	void photographsOfDifferingSizesAreReadAsImageJReadsThem() {
		final File photos = TestData.file("photos_caltech101");
		final ImageFolder opened = ImageFolder.open(photos.getPath(), 0, true, Progress.NONE);
		final ImageBacked items = ImageItems.slices(opened.image());
		assertEquals(622, items.size());
		assertEquals(List.of("51 8-bit pictures made RGB, since others have colours"), opened.notes().stream()
			.map(Note::text).toList());
		final Set<Integer> widths = new TreeSet<>();
		for (int i = 0; i < 622; i++) widths.add(items.dimensions(i)[0]);
		assertTrue(widths.size() > 50);
		for (int i = 0; i < 622; i += 45) {
			final ImageProcessor expected = new Opener().openImage(new File(photos, items.file(i)).getPath()).getProcessor();
			final Pixels pixels = Pixels.read(items, i);
			final int area = expected.getPixelCount();
			assertArrayEquals(new int[] { expected.getWidth(), expected.getHeight(), 3 }, items.dimensions(i));
			for (int k = 0; k < area; k++) for (int c = 0; c < 3; c++) {
				final int value = expected instanceof ColorProcessor ? expected.get(k) >> 16 - 8 * c & 0xff : expected.get(k);
				if (value != pixels.values()[c * area + k]) assertEquals(value, pixels.values()[c * area + k], items.file(i));
			}
		}
		TestData.close(opened.image());
	}

	@ParameterizedTest
	@ValueSource(strings = { "photos_caltech101", "wbc_bccd" })
	void headersAreWhatTheTableBesideThePicturesSays(final String name) throws IOException {
		final ImageFolder opened = ImageFolder.open(TestData.file(name).getPath(), 64, false, Progress.NONE);
		final List<Header> headers = PictureFolder.read(TestData.file(name), false, Progress.NONE).pictures().stream().map(
			Picture::header).toList();
		final ImageBacked items = ImageItems.slices(opened.image());
		final List<String> lines = Files.readAllLines(TestData.file(name + "_labels.csv").toPath());
		assertEquals(lines.size() - 1, items.size());
		for (int i = 0; i < items.size(); i++) {
			final String[] cells = lines.get(i + 1).split(",");
			assertEquals(cells[1], items.file(i));
			assertArrayEquals(new int[] { Integer.parseInt(cells[3]), Integer.parseInt(cells[4]), 3 }, items.dimensions(i));
			if (cells.length > 5) assertEquals(cells[5].equals("L") ? PixelType.GREY8 : PixelType.RGB, headers.get(i).type());
		}
		TestData.close(opened.image());
	}

	@Test
	void featuresAreOfThePicturesOwnPixels() throws IOException {
		for (int i = 0; i < 6; i++) save(i + ".png", new ByteProcessor(1, 1), 20 + i, 30 - i, 10 * i);
		final ImagePlus small = ImageFolder.open(folder.toString(), 16, true, Progress.NONE).image();
		final ImagePlus large = ImageFolder.open(folder.toString(), 300, true, Progress.NONE).image();
		assertEquals(new Texture().features(ImageItems.slices(small), Settings.DEFAULTS, Progress.NONE).matrix(),
			new Texture().features(ImageItems.slices(large), Settings.DEFAULTS, Progress.NONE).matrix());
		TestData.close(small, large);
	}
}
