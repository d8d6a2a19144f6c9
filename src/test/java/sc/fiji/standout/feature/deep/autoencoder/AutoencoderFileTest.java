package sc.fiji.standout.feature.deep.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.TestItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

class AutoencoderFileTest {

	private static final Items ITEMS = TestItems.blobs(20, 8, 1, 255);

	@TempDir
	Path folder;
	private Path file;
	private Features trained;

	@BeforeEach
	void train() {
		file = folder.resolve("blobs.zip");
		trained = features(ITEMS, Settings.of("code", 6, "epochs", 2, "save", file));
	}

	@Test
	void theSavedOneGivesTheSameBits() {
		final Features again = features(ITEMS, Settings.of("model", file, "code", 99, "epochs", 1, "seed", 3));
		assertEquals(trained.names(), again.names());
		assertEquals(trained.matrix(), again.matrix());
		assertEquals(trained.measured(), again.measured());
		final Pixels item = Pixels.read(ITEMS, 2);
		assertArrayEquals(trained.reconstructor().reconstruct(item).reconstructed().values(), again.reconstructor()
			.reconstruct(item).reconstructed().values());
	}

	/** Items can be placed into each other's maps when one network has described both; one that learned anew is another. */
	@Test
	void onlyCodesOfTheSameNetworkAreComparable() {
		final Features more = features(TestItems.blobs(9, 21, 1, 255), Settings.of("model", file));
		assertTrue(trained.scaling().fits(more.scaling()));
		final Features anew = features(ITEMS, Settings.of("code", 6, "epochs", 2, "seed", 3));
		assertFalse(trained.scaling().fits(anew.scaling()), "another seed");
		// twice as bright, which is the same to one that learns from them
		final Settings settings = Settings.of("code", 6, "epochs", 2);
		final Features dark = features(TestItems.paint(5, 8, 8, 1, 255, (i, x, y, c) -> 10 * i + x * y), settings);
		final Features bright = features(TestItems.paint(5, 8, 8, 1, 255, (i, x, y, c) -> 20 * i + 2 * x * y), settings);
		assertEquals(dark.matrix(), bright.matrix());
		assertFalse(dark.scaling().fits(bright.scaling()), "another range");
	}

	@Test
	void anotherStackIsBroughtToItsShape() {
		final Features larger = features(TestItems.blobs(9, 21, 1, 255), Settings.of("model", file));
		assertEquals(9, larger.matrix().rows());
		assertEquals(8, larger.reconstructor().reconstruct(Pixels.read(ITEMS, 0)).original().width());
		assertFalse(larger.notes().stream().anyMatch(note -> note.warning()), larger.notes().toString());
	}

	@Test
	void anotherRangeIsSaid() {
		final Features bright = features(TestItems.paint(5, 8, 8, 1, 65535, (i, x, y, c) -> 100 + 10 * i * x + 70 * y),
			Settings.of("model", file));
		assertTrue(bright.notes().stream().anyMatch(note -> note.warning() && note.text().startsWith(
			"These items have values from about 1")), bright.notes().toString());
		final String message = refused(TestItems.paint(5, 8, 8, 1, 65535, (i, x, y, c) -> 9000 + 10 * i * x + 70 * y),
			Settings.of("model", file));
		assertTrue(message.startsWith("These items have values from about 90") && message.endsWith(
			"so that it cannot tell them apart; give a model of such items, or none to learn anew."), message);
	}

	@Test
	void otherChannelsAreRefused() {
		assertEquals("model=" + file + " has learned from items of 1 channel, but these have 3 channels; give a model that " +
			"fits, or none to learn anew.", refused(TestItems.blobs(5, 8, 3, 255), Settings.of("model", file)));
	}

	@Test
	void whatIsNoAutoencoderIsRefused() throws IOException {
		final byte[] good = Files.readAllBytes(file);
		final Path bad = folder.resolve("bad.zip");
		for (int length = 0; length < good.length - 1; length += Math.max(1, good.length / 40)) {
			Files.write(bad, Arrays.copyOf(good, length));
			requireRefused(bad, "length " + length);
		}
		final byte[] garbage = new byte[100_000];
		new Random(1).nextBytes(garbage);
		Files.write(bad, garbage);
		requireRefused(bad, "garbage");
		for (int i = 0; i < 20; i++) {
			final byte[] altered = good.clone();
			altered[200 + i * (good.length - 600) / 20] ^= 0x55;
			Files.write(bad, altered);
			requireRefused(bad, "altered " + i);
		}
		for (final String json : new String[] { "", "[]", "{}", "no", "{\"format\":\"Standout autoencoder 1\"}",
			"{\"format\":\"Standout autoencoder 1\",\"view\":{\"width\":4,\"height\":4,\"low\":[0],\"high\":[1]}," +
				"\"layout\":{\"width\":4,\"height\":4,\"channels\":1,\"code\":2000000000},\"training\":{}}" })
		{
			try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bad))) {
				zip.putNextEntry(new ZipEntry("autoencoder.json"));
				zip.write(json.getBytes());
				zip.putNextEntry(new ZipEntry("parameters.bin"));
			}
			requireRefused(bad, json);
		}
	}

	private void requireRefused(final Path bad, final String what) {
		final String message = refused(ITEMS, Settings.of("model", bad));
		assertTrue(message.startsWith("model=" + bad + " is no autoencoder that can be used (") && message.endsWith(
			"); give a file that Autoencoder Features... has saved."), what + ": " + message);
	}

	@Test
	void placesThatCannotBeAreRefusedBeforeLearning() {
		assertEquals("model=" + folder.resolve("none.zip") + " does not exist; give a file that Autoencoder Features... " +
			"has saved (.zip).", refused(ITEMS, Settings.of("model", folder.resolve("none.zip"))));
		assertEquals("save=" + folder + " is a folder; give a file name.", refused(ITEMS, Settings.of("save", folder)));
		assertEquals("save=a.txt must end in .zip.", refused(ITEMS, Settings.of("save", "a.txt")));
		final Path nowhere = folder.resolve("no/a.zip");
		assertEquals("The folder of save=" + nowhere + " does not exist; choose an existing folder.", refused(ITEMS, Settings
			.of("save", nowhere)));
		assertEquals("save=b.zip has nothing to write, since model=a.zip is used as it is; give only one of them.", refused(
			ITEMS, Settings.of("model", "a.zip", "save", "b.zip")));
	}

	@Test
	void theIdentityIsThatOfTheContent() throws IOException {
		final AutoencoderFeaturizer featurizer = new AutoencoderFeaturizer();
		final Path copy = folder.resolve("copy.zip");
		Files.copy(file, copy);
		final String identity = featurizer.identity(Settings.of("model", file));
		assertEquals(identity, featurizer.identity(Settings.of("model", copy, "seed", 7)));
		features(ITEMS, Settings.of("code", 6, "epochs", 1, "seed", 9, "save", copy));
		assertFalse(identity.equals(featurizer.identity(Settings.of("model", copy))));
	}

	private static Features features(final Items items, final Settings settings) {
		return new AutoencoderFeaturizer().features(items, settings, Progress.NONE);
	}

	private static String refused(final Items items, final Settings settings) {
		return assertThrows(IllegalArgumentException.class, () -> features(items, settings)).getMessage();
	}
}
