package sc.fiji.standout.feature.deep.autoencoder;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/**
 * A trained autoencoder in a file: a zip of {@code autoencoder.json}, which describes it, and {@code parameters.bin},
 * its numbers (big-endian, the parameters of the network as floats, in its order, then the habit as doubles).
 */
final class AutoencoderFile {

	private static final String FORMAT = "Standout autoencoder 1";
	private static final String JSON = "autoencoder.json";
	private static final String NUMBERS = "parameters.bin";

	/** What is written as JSON. */
	private record Description(String format, View view, Layout layout, Autoencoder.Training training) {}

	private AutoencoderFile() {}

	/**
	 * Refuses a place where no file can be written, before the work starts.
	 *
	 * @throws IllegalArgumentException in one sentence
	 */
	static void check(final String path) {
		final File target = new File(path).getAbsoluteFile();
		if (target.isDirectory()) throw new IllegalArgumentException("save=" + path + " is a folder; give a file name.");
		if (!path.toLowerCase(Locale.ROOT).endsWith(".zip")) throw new IllegalArgumentException("save=" + path +
			" must end in .zip.");
		if (!target.getParentFile().isDirectory()) throw new IllegalArgumentException("The folder of save=" + path +
			" does not exist; choose an existing folder.");
	}

	/**
	 * Writes the file as a whole or not at all.
	 *
	 * @throws IllegalArgumentException in one sentence, when it cannot be written
	 */
	static void write(final String path, final Autoencoder autoencoder) {
		check(path);
		final Path target = new File(path).getAbsoluteFile().toPath();
		final Path part = target.resolveSibling("." + target.getFileName() + "-" + System.nanoTime() + ".part");
		try {
			try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
				write(zip, autoencoder);
			}
			Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException e) {
			throw new IllegalArgumentException("save=" + path + " cannot be written (" + e.getMessage() +
				"); choose a place that can.", e);
		}
		finally {
			part.toFile().delete();
		}
	}

	private static void write(final ZipOutputStream zip, final Autoencoder autoencoder) throws IOException {
		zip.putNextEntry(new ZipEntry(JSON));
		zip.write(new GsonBuilder().setPrettyPrinting().create().toJson(new Description(FORMAT, autoencoder.view(),
			autoencoder.layout(), autoencoder.training())).getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
		zip.putNextEntry(new ZipEntry(NUMBERS));
		final DataOutputStream out = new DataOutputStream(zip);
		for (final float[] values : autoencoder.parameters()) for (final float value : values) out.writeFloat(value);
		final Habit habit = autoencoder.habit();
		for (final double[] values : List.of(habit.errors(), habit.mean(), habit.factor(), habit.typical())) {
			for (final double value : values) out.writeDouble(value);
		}
		out.flush();
		zip.closeEntry();
	}

	/**
	 * The SHA-256 of the file, as hexadecimal digits.
	 *
	 * @throws IllegalArgumentException in one sentence, when there is no such file
	 */
	static String checksum(final String path) {
		requireFile(path);
		try (InputStream in = Files.newInputStream(Path.of(path))) {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256");
			final byte[] buffer = new byte[1 << 16];
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) digest.update(buffer, 0, count);
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (final IOException e) {
			throw broken(path, e.getMessage(), e);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void requireFile(final String path) {
		if (!new File(path).isFile()) throw new IllegalArgumentException("model=" + path +
			" does not exist; give a file that Autoencoder Features... has saved (.zip).");
	}

	/** @throws IllegalArgumentException in one sentence, when there is no such file, or it is none of these */
	static Autoencoder read(final String path) {
		requireFile(path);
		// Only the whole file has a directory at its end, and only the stream checks what it reads
		try (ZipFile whole = new ZipFile(path);
			ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(Path.of(path)))))
		{
			next(zip, JSON);
			final Description description = new Gson().fromJson(new InputStreamReader(new UnclosedStream(zip),
				StandardCharsets.UTF_8), Description.class);
			if (description == null || !FORMAT.equals(description.format)) throw new IOException("it has another format");
			check(description);
			next(zip, NUMBERS);
			return read(new DataInputStream(new BufferedInputStream(zip)), description);
		}
		catch (final EOFException e) {
			throw broken(path, "it ends too early", e);
		}
		catch (final IOException | JsonParseException e) {
			throw broken(path, e instanceof JsonParseException ? "its description cannot be read" : e.getMessage(), e);
		}
	}

	private static IllegalArgumentException broken(final String path, final String why, final Exception cause) {
		return new IllegalArgumentException("model=" + path + " is no autoencoder that can be used (" + why +
			"); give a file that Autoencoder Features... has saved.", cause);
	}

	private static void next(final ZipInputStream zip, final String name) throws IOException {
		final ZipEntry entry = zip.getNextEntry();
		if (entry == null || !entry.getName().equals(name)) throw new IOException("it has no " + name);
	}

	/** What was changed by hand must not ask for any amount of memory. */
	private static void check(final Description description) throws IOException {
		final View view = description.view;
		final Layout layout = description.layout;
		if (view == null || layout == null || description.training == null || view.low() == null || view.high() == null)
			throw new IOException("its description is incomplete");
		final boolean fits = view.width() == layout.width() && view.height() == layout.height() && view
			.low().length == layout.channels() && view.high().length == layout.channels();
		final boolean possible = possible(layout.width()) && possible(layout.height()) && layout.channels() >= 1 && layout
			.channels() <= 1000 && layout.code() >= 1 && layout.code() <= 1024;
		if (!fits || !possible) throw new IOException("its description does not fit together");
	}

	private static boolean possible(final int side) {
		return side >= 4 && side <= 256 && side % 4 == 0;
	}

	private static Autoencoder read(final DataInputStream in, final Description description) throws IOException {
		final Layout layout = description.layout;
		final List<Layout.Parameter> parameters = layout.parameters();
		final float[][] values = new float[parameters.size()][];
		for (int p = 0; p < values.length; p++) {
			values[p] = new float[parameters.get(p).size()];
			for (int i = 0; i < values[p].length; i++) {
				values[p][i] = in.readFloat();
				if (!Float.isFinite(values[p][i])) throw new IOException("it holds numbers that are not finite");
			}
		}
		final Habit habit = new Habit(doubles(in, layout.pixels()), doubles(in, layout.code()), doubles(in, layout.code() *
			(layout.code() + 1) / 2), doubles(in, 4));
		if (in.read() >= 0) throw new IOException("it holds more numbers than it describes");
		return new Autoencoder(description.view, layout, values, habit, description.training);
	}

	private static double[] doubles(final DataInputStream in, final int count) throws IOException {
		final double[] values = new double[count];
		for (int i = 0; i < count; i++) {
			values[i] = in.readDouble();
			if (!Double.isFinite(values[i])) throw new IOException("it holds numbers that are not finite");
		}
		return values;
	}

	/** The entry after the JSON is still to be read. */
	private static final class UnclosedStream extends FilterInputStream {

		UnclosedStream(final ZipInputStream zip) {
			super(zip);
		}

		@Override
		public void close() {
			// left to who opened it
		}
	}
}
