package sc.fiji.standout.imagej.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** Every format: the header tells what the pixels turn out to be, and the pixels are those that ImageJ reads. */
class FormatTest {

	private static final int W = 13;
	private static final int H = 7;

	@TempDir
	Path folder;

	/** A picture whose pixel (x, y) is known: red 10 x, green 20 y, blue 3 x + y. */
	private static BufferedImage java(final int type) {
		final BufferedImage image = new BufferedImage(W, H, type);
		for (int y = 0; y < H; y++) for (int x = 0; x < W; x++) image.setRGB(x, y, rgb(x, y));
		return image;
	}

	private static int rgb(final int x, final int y) {
		return 0xff000000 | 10 * x << 16 | 20 * y << 8 | 3 * x + y;
	}

	private File write(final BufferedImage image, final String format, final String name) throws IOException {
		final File file = folder.resolve(name).toFile();
		assertTrue(ImageIO.write(image, format, file), format);
		return file;
	}

	private File write(final String name, final byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes).toFile();
	}

	/** The header must agree with the pixels. */
	private static ImageProcessor read(final File file, final PixelType type) throws IOException {
		final Header header = Format.of(file).header(file);
		final ImageProcessor processor = Format.of(file).read(file);
		assertEquals(new Header(processor.getWidth(), processor.getHeight(), type, header.pages()), header);
		assertEquals(type, PixelType.of(processor));
		return processor;
	}

	private static void assertSameAsImageJ(final File file, final PixelType type) throws IOException {
		final ImageProcessor expected = new Opener().openImage(file.getPath()).getProcessor();
		assertEquals(type.bits(), expected.getBitDepth(), "ImageJ's type");
		assertSamePixels(expected, read(file, type));
	}

	private static void assertSamePixels(final ImageProcessor expected, final ImageProcessor actual) {
		assertEquals(expected.getWidth(), actual.getWidth());
		for (int y = 0; y < expected.getHeight(); y++) for (int x = 0; x < expected.getWidth(); x++) {
			if (expected instanceof ColorProcessor) assertEquals(expected.get(x, y) & 0xffffff, actual.get(x, y) & 0xffffff);
			else assertEquals(expected.getf(x, y), actual.getf(x, y));
		}
	}

	@ParameterizedTest
	@CsvSource({ "jpg, 5, RGB", "jpg, 10, GREY8", "png, 5, RGB", "png, 10, GREY8", "png, 11, GREY16", "png, 2, RGB",
		"bmp, 5, RGB", "tif, 5, RGB", "tif, 10, GREY8", "tif, 11, GREY16" })
	void filesOfJavaAreReadAsImageJReadsThem(final String format, final int type, final PixelType expected)
		throws IOException
	{
		assertSameAsImageJ(write(java(type), format, "picture." + format), expected);
	}

	@Test
	void palettesBecomeTheirColours() throws IOException {
		for (final String format : new String[] { "png", "gif", "bmp" }) {
			final BufferedImage image = java(BufferedImage.TYPE_BYTE_INDEXED);
			final ImageProcessor read = read(write(image, format, "palette." + format), PixelType.RGB);
			for (int y = 0; y < H; y++) for (int x = 0; x < W; x++) assertEquals(image.getRGB(x, y), read.get(x, y));
		}
	}

	@Test
	void greyPalettesBecomeGrey() throws IOException {
		final byte[] levels = new byte[32];
		for (int i = 0; i < 32; i++) levels[i] = (byte) (255 - 7 * i);
		final BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 32,
			levels, levels, levels));
		for (int x = 0; x < W; x++) for (int y = 0; y < H; y++) image.getRaster().setSample(x, y, 0, x + y);
		for (final String format : new String[] { "png", "gif", "bmp" }) {
			final ImageProcessor read = read(write(image, format, "grey." + format), PixelType.GREY8);
			for (int y = 0; y < H; y++) for (int x = 0; x < W; x++) assertEquals(levels[x + y] & 0xff, read
				.get(x, y), format);
		}
	}

	@Test
	void bitsBecomeBlackAndWhite() throws IOException {
		final BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_BINARY);
		image.setRGB(3, 2, 0xffffffff);
		final ImageProcessor read = read(write(image, "png", "bits.png"), PixelType.GREY8);
		assertEquals(255, read.get(3, 2));
		assertEquals(0, read.get(4, 2));
	}

	@Test
	void whatIsTransparentLiesOnWhite() throws IOException {
		final BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0x00102030);
		image.setRGB(1, 0, 0x80ff0000);
		final ImageProcessor read = read(write(image, "png", "alpha.png"), PixelType.RGB);
		assertEquals(0xffffffff, read.get(0, 0));
		assertEquals(0xffff7f7f, read.get(1, 0), "half of red, half of white");
	}

	@ParameterizedTest
	@ValueSource(strings = { "LZW", "ZLib", "Deflate", "PackBits", "JPEG" })
	void compressedAndTiledTiffsAreRead(final String compression) throws IOException {
		final BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < 48; y++) for (int x = 0; x < 64; x++) image.setRGB(x, y, x * 0x020300);
		final File file = folder.resolve("tiled.tif").toFile();
		final Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
		final ImageWriter writer = writers.next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
			writer.setOutput(out);
			final ImageWriteParam how = writer.getDefaultWriteParam();
			how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			how.setCompressionType(compression);
			how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
			how.setTiling(16, 16, 0, 0);
			writer.write(null, new IIOImage(image, null, null), how);
		}
		final ImageProcessor read = read(file, PixelType.RGB);
		final int tolerance = compression.equals("JPEG") ? 12 : 0;
		for (int x = 0; x < 64; x++) {
			assertEquals(2 * x, read.get(x, 30) >> 16 & 0xff, tolerance);
			assertEquals(3 * x, read.get(x, 30) >> 8 & 0xff, tolerance);
		}
	}

	@Test
	void tiffsOfImageJKeepTheirValues() throws IOException {
		final ImageProcessor[] processors = { new ByteProcessor(W, H), new ShortProcessor(W, H), new FloatProcessor(W, H),
			new ColorProcessor(W, H) };
		for (final ImageProcessor processor : processors) {
			for (int i = 0; i < W * H; i++) processor.setf(i % W, i / W, processor.getBitDepth() == 8 ? i : i * 531 + 0.25f);
			final File file = folder.resolve(processor.getBitDepth() + ".tif").toFile();
			assertTrue(new FileSaver(new ImagePlus("saved", processor)).saveAsTiff(file.getPath()));
			assertSameAsImageJ(file, PixelType.of(processor));
		}
	}

	@Test
	void lookupTablesOfImageJAreForTheDisplayOnly() throws IOException {
		final ByteProcessor processor = new ByteProcessor(W, H);
		for (int i = 0; i < W * H; i++) processor.set(i, i);
		processor.setLut(LUT.createLutFromColor(java.awt.Color.GREEN));
		final File file = folder.resolve("green.tif").toFile();
		new FileSaver(new ImagePlus("green", processor)).saveAsTiff(file.getPath());
		assertEquals(90, read(file, PixelType.GREY8).get(90));
	}

	@Test
	void ofAStackTheFirstPageIsReadAndThePagesAreCounted() throws IOException {
		final ImageStack stack = new ImageStack(W, H);
		for (int s = 1; s <= 4; s++) {
			final ImageProcessor slice = new ShortProcessor(W, H);
			slice.add(1000 * s);
			stack.addSlice(slice);
		}
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDisplayRange(500, 4500);
		final File file = folder.resolve("stack.tif").toFile();
		new FileSaver(image).saveAsTiffStack(file.getPath());
		assertEquals(4, Format.of(file).header(file).pages());
		final ImageProcessor read = read(file, PixelType.GREY16);
		assertEquals(1000, read.get(5));
		assertEquals(500, read.getMin());
		assertEquals(4500, read.getMax());
	}

	@Test
	void portableMapsAreReadWithComments() throws IOException {
		assertSameAsImageJ(write("a.pgm", "P2\n# a comment 9 9\n3 2\n255\n0 10 20\n30 40 255\n".getBytes(
			StandardCharsets.US_ASCII)), PixelType.GREY8);
		assertSameAsImageJ(write("b.pgm", bytes("P5 3 2 255\n", 0, 10, 20, 30, 40, 255)), PixelType.GREY8);
		assertSameAsImageJ(write("c.pgm", bytes("P5\n2 2\n65535\n", 1, 2, 3, 4, 255, 255, 0, 9)), PixelType.GREY16);
		assertSameAsImageJ(write("d.ppm", bytes("P6\n2 1\n255\n", 1, 2, 3, 4, 255, 6)), PixelType.RGB);
		for (final File bits : new File[] { write("e.pbm", bytes("P4\n9 2\n", 0b01010101, 0, 0b10000000, 0b10000000)),
			write("g.pbm", "P1 9 2\n# 1 is black\n010101010 10000\n0001".getBytes(StandardCharsets.US_ASCII)) })
		{
			final ImageProcessor read = read(bits, PixelType.GREY8);
			for (int x = 0; x < 9; x++) {
				assertEquals(x % 2 == 0 ? 255 : 0, read.get(x, 0), bits + " " + x);
				assertEquals(x % 8 == 0 ? 0 : 255, read.get(x, 1), bits + " " + x);
			}
		}
		final ImageProcessor deep = read(write("f.ppm", bytes("P6 2 1 65535\n", 0, 0, 1, 0, 2, 0, 4, 0, 0, 0, 0, 0)),
			PixelType.RGB);
		assertArrayEquals(new int[] { 0xff004080, 0xffff0000 }, new int[] { deep.get(0, 0), deep.get(1, 0) },
			"0, 256, 512 and 1024 scaled to 0, 64, 128 and 255");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jpg", "png", "gif", "bmp", "tif", "pgm", "txt.pgm", "dcm", "ij.tif" })
	void whatIsCutOffIsSaid(final String format) throws IOException {
		final ByteProcessor noise = new ByteProcessor(60, 50);
		noise.noise(60);
		final File whole = folder.resolve("whole." + format).toFile();
		switch (format) {
			case "ij.tif" -> new FileSaver(new ImagePlus("", noise)).saveAsTiff(whole.getPath());
			case "pgm" -> new FileSaver(new ImagePlus("", noise)).saveAsPgm(whole.getPath());
			case "txt.pgm" -> Files.writeString(whole.toPath(), "P2 60 50 255" + " 77".repeat(3000));
			case "dcm" -> Files.write(whole.toPath(), Dicom.of(60, 50, 8, 0, "", (byte[]) noise.getPixels()));
			default -> ImageIO.write(noise.getBufferedImage(), format, whole);
		}
		final byte[] bytes = Files.readAllBytes(whole.toPath());
		Format.of(whole).read(whole);
		for (final int left : new int[] { bytes.length * 3 / 4, 40, 6 }) {
			final File cut = write("cut." + format, Arrays.copyOf(bytes, left));
			final Exception e = assertThrows(Exception.class, () -> Format.of(cut).read(cut), format + " of " + left);
			assertTrue(e instanceof IOException || e instanceof RuntimeException, e.toString());
		}
	}

	@Test
	void dicomIsReadAsItsValues() throws IOException {
		final byte[] counts = { 1, 0, 2, 1, 0, 8, 7, 0 };
		final ImageProcessor unsigned = read(write("u.dcm", Dicom.of(2, 2, 16, 0, "", counts)), PixelType.GREY16);
		assertArrayEquals(new float[] { 1, 258, 2048, 7 }, floats(unsigned));
		final byte[] signed = { -1, -1, 2, 1, 0, 8, 7, 0 };
		assertArrayEquals(new float[] { -1, 258, 2048, 7 }, floats(read(write("s.dcm", Dicom.of(2, 2, 16, 1, "", signed)),
			PixelType.GREY32)));
		assertArrayEquals(new float[] { -1023, -766, 1024, -1017 }, floats(read(write("h.dcm", Dicom.of(2, 2, 16, 0,
			"-1024", counts)), PixelType.GREY32)), "Hounsfield units");
		assertArrayEquals(new float[] { -1025, -766, 1024, -1017 }, floats(read(write("i.dcm", Dicom.of(2, 2, 16, 1,
			"-1024", signed)), PixelType.GREY32)));
		assertArrayEquals(new float[] { 200, 3 }, floats(read(write("b", Dicom.of(2, 1, 8, 0, "", new byte[] { (byte) 200,
			3 })), PixelType.GREY8)), "without an ending");
	}

	@Test
	void whatIsNoPictureIsSaid() throws IOException {
		for (final String text : new String[] { "", "no picture at all", "BMX is no bitmap", "P7 neither", "II*" }) {
			final File file = write("some.png", text.getBytes(StandardCharsets.US_ASCII));
			assertThrows(IOException.class, () -> Format.of(file).header(file), text);
		}
	}

	private static float[] floats(final ImageProcessor processor) {
		return (float[]) processor.convertToFloat().getPixels();
	}

	private static byte[] bytes(final String text, final int... values) {
		final byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), text.length() + values.length);
		for (int i = 0; i < values.length; i++) bytes[text.length() + i] = (byte) values[i];
		return bytes;
	}
}
