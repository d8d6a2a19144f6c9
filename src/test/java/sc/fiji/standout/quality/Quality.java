package sc.fiji.standout.quality;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ij.IJ;
import ij.ImagePlus;
import sc.fiji.standout.cluster.HdbscanClusterer;
import sc.fiji.standout.evaluate.Ranking;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.Featurizer;
import sc.fiji.standout.feature.PixelsFeaturizer;
import sc.fiji.standout.feature.Statistics;
import sc.fiji.standout.feature.deep.CnnFeaturizer;
import sc.fiji.standout.feature.deep.TextureAndCnnFeaturizer;
import sc.fiji.standout.feature.deep.autoencoder.AutoencoderFeaturizer;
import sc.fiji.standout.feature.texture.Texture;
import sc.fiji.standout.imagej.ImageItems;
import sc.fiji.standout.imagej.SampleCells;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.SomeItems;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.ConsensusOutliers;
import sc.fiji.standout.outlier.GloshOutliers;
import sc.fiji.standout.outlier.IsolationForestOutliers;
import sc.fiji.standout.outlier.LocalOutlierFactorOutliers;
import sc.fiji.standout.outlier.MembershipOutliers;
import sc.fiji.standout.outlier.NeighborDistanceOutliers;
import sc.fiji.standout.outlier.OutlierDetector;
import sc.fiji.standout.outlier.PcaResidualOutliers;
import sc.fiji.standout.outlier.ReconstructionOutliers;
import sc.fiji.standout.outlier.StatisticsOutliers;
import sc.fiji.standout.study.Steps;
import sc.fiji.standout.study.Study;

/**
 * Plants outliers in the stacks of {@code ../shared/data}, and says how well each feature and method finds them, beside the
 * methods of scikit-learn (in {@code scripts/peers/quality.py}) and of hdbscan (ours, which equals it, with its defaults) on
 * pixels and on CNN features. Arguments: names of stacks, all by default; {@code autoencoder} adds the autoencoder, which takes long.
 */
public final class Quality {

	private static final Path DATA = Path.of("../shared/data");
	private static final List<String> STACKS = List.of("samplecells", "jurkat_dna_16bit", "rbc_chula12",
		"fashion_sandals_1pct_tshirts", "mnist10k", "cifar10_10k");
	private static final Settings MODEL = Settings.of("file", DATA.resolve("models/mobilenetv2_features.onnx"), "seed", 42);
	private static final Settings ASKED = Settings.of("components", 24, "seed", 42, "contamination", 0.05);

	private final QualityTable table = new QualityTable();
	private final boolean autoencoder;
	private final Path folder = Files.createTempDirectory("standout-quality");
	private final List<String> peerLines = new ArrayList<>();

	private Quality(final boolean autoencoder) throws IOException {
		this.autoencoder = autoencoder;
	}

	public static void main(final String[] args) throws Exception {
		final List<String> wanted = new ArrayList<>(List.of(args));
		final Quality quality = new Quality(wanted.remove("autoencoder"));
		for (final String stack : wanted.isEmpty() ? STACKS : wanted) quality.stack(stack);
		quality.peers();
		quality.table.print();
		System.out.println("Find Outliers... uses Texture + CNN | Neighbor Distance; without a CNN, Texture | Neighbor Distance.");
	}

	private void stack(final String name) throws IOException {
		final ImagePlus image = name.equals("samplecells") ? SampleCells.create(1000, 42) : IJ.openImage(DATA.resolve(name +
			".tif").toString());
		final Items items = ImageItems.of(image, "Slices", "", "", 64, Progress.NONE);
		final String[] labels = new String[items.size()];
		for (int i = 0; i < labels.length; i++) labels[i] = items.label(i);
		// each image by itself: the same for all tasks
		final Features cnn = new CnnFeaturizer().features(items, MODEL, Progress.NONE);
		for (final PlantedTask task : tasks(name, labels)) {
			System.err.println(task.name() + ": " + task.items().length + " items");
			task(task, new SomeItems(items, task.items()), cnn);
		}
	}

	private static List<PlantedTask> tasks(final String name, final String[] labels) {
		return switch (name) {
			case "mnist10k", "cifar10_10k" -> PlantedTask.eachLabel(name, labels);
			case "rbc_chula12" -> PlantedTask.eachKind(name, labels, "normal");
			case "jurkat_dna_16bit" -> List.of(PlantedTask.whole(name, labels, Set.of("Metaphase", "Anaphase",
				"Telophase")));
			case "samplecells" -> List.of(PlantedTask.whole(name, labels, Set.copyOf(SampleCells.OUTLIERS)));
			default -> List.of(PlantedTask.whole(name, labels, Set.of(rarest(labels))));
		};
	}

	private static String rarest(final String[] labels) {
		return Arrays.stream(labels).distinct().min(java.util.Comparator.comparingLong(label -> Arrays.stream(labels).filter(
			label::equals).count())).orElseThrow();
	}

	private void task(final PlantedTask task, final Items items, final Features all) throws IOException {
		final Features cnn = rows(all, task.items());
		final Map<String, Features> features = new LinkedHashMap<>();
		features.put("Pixels", of(new PixelsFeaturizer(), items));
		features.put("Statistics", of(new Statistics(), items));
		features.put("Texture", of(new Texture(), items));
		features.put("CNN", cnn);
		features.put("Texture + CNN", TextureAndCnnFeaturizer.join("Texture + CNN", Progress.NONE, features.get("Texture"), cnn));
		if (autoencoder) features.put("Autoencoder", of(new AutoencoderFeaturizer(), items));
		for (final Map.Entry<String, Features> entry : features.entrySet()) {
			final Study study = new Study(items);
			study.setFeatures(entry.getValue());
			Steps.cluster(study, new HdbscanClusterer(), ASKED, Progress.NONE);
			for (final Map.Entry<String, OutlierDetector> method : methods().entrySet()) {
				final boolean learned = method.getKey().startsWith("Reconstruction");
				if (learned && !entry.getKey().equals("Autoencoder")) continue;
				measure(task, study, entry.getKey(), method.getKey(), method.getValue());
			}
			if (!entry.getKey().equals("Pixels") && !entry.getKey().equals("CNN")) continue;
			hdbscan(task, study, entry.getKey(), "", 0);
			hdbscan(task, study, entry.getKey(), ", PCA 24", 24);
			handOver(task, entry.getKey(), entry.getValue().matrix());
		}
	}

	/** As Python's hdbscan by default: at least 5 points are a cluster; with sizes of its own, ours equals it (HdbscanTest). */
	private void hdbscan(final PlantedTask task, final Study study, final String features, final String name,
		final int components)
	{
		Steps.cluster(study, new HdbscanClusterer(), ASKED.with("components", components).with("size", 5).with("samples", 5),
			Progress.NONE);
		measure(task, study, features, "hdbscan membership (noise by GLOSH)" + name, new MembershipOutliers());
		measure(task, study, features, "hdbscan GLOSH" + name, new GloshOutliers());
	}

	private static Features of(final Featurizer featurizer, final Items items) {
		return featurizer.features(items, MODEL, Progress.NONE);
	}

	private static Map<String, OutlierDetector> methods() {
		final Map<String, OutlierDetector> methods = new LinkedHashMap<>();
		methods.put("Membership", new MembershipOutliers());
		methods.put("GLOSH", new GloshOutliers());
		methods.put("Isolation Forest", new IsolationForestOutliers());
		methods.put("LOF", new LocalOutlierFactorOutliers());
		methods.put("Neighbor Distance", new NeighborDistanceOutliers());
		methods.put("PCA Residual", new PcaResidualOutliers());
		methods.put("Statistics", new StatisticsOutliers());
		methods.put("Reconstruction", new ReconstructionOutliers());
		methods.put("Consensus", new ConsensusOutliers());
		return methods;
	}

	private void measure(final PlantedTask task, final Study study, final String features, final String name,
		final OutlierDetector method)
	{
		final Settings settings = ASKED.with("components", method.components(24));
		Steps.outliers(study, method, settings, Progress.NONE);
		final Ranking ranking = new Ranking(study.column("outlier_score").numbers(), task.positive());
		table.add(features + " | " + name, task.group(), ranking.rocAuc(), ranking.averagePrecision());
	}

	/** The features of some of the items, without columns that are constant among them. */
	private static Features rows(final Features features, final int[] items) {
		final Matrix all = features.matrix();
		final List<String> names = new ArrayList<>();
		final List<float[]> columns = new ArrayList<>();
		for (int j = 0; j < all.columns(); j++) {
			final float[] column = new float[items.length];
			boolean constant = true;
			for (int i = 0; i < items.length; i++) {
				column[i] = (float) all.get(items[i], j);
				constant &= column[i] == column[0];
			}
			if (constant) continue;
			columns.add(column);
			names.add(features.names().get(j));
		}
		final int d = columns.size();
		final float[] values = new float[items.length * d];
		for (int j = 0; j < d; j++) for (int i = 0; i < items.length; i++) values[i * d + j] = columns.get(j)[i];
		return new Features(features.kind(), names, Matrix.of(values, items.length, d), List.of());
	}

	// -- Peers --

	private void handOver(final PlantedTask task, final String features, final Matrix matrix) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(4 * matrix.rows() * matrix.columns()).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < matrix.rows(); i++) {
			for (int j = 0; j < matrix.columns(); j++) bytes.putFloat((float) matrix.get(i, j));
		}
		final File file = folder.resolve(peerLines.size() + ".f32").toFile();
		Files.write(file.toPath(), bytes.array());
		final StringBuilder positive = new StringBuilder();
		for (final boolean outlier : task.positive()) positive.append(outlier ? '1' : '0');
		peerLines.add(String.join("\t", features, task.group(), file.getPath(), String.valueOf(matrix.rows()), String.valueOf(
			matrix.columns()), positive));
	}

	private void peers() throws IOException, InterruptedException {
		final Path list = Files.write(folder.resolve("tasks.tsv"), peerLines);
		final Process process = new ProcessBuilder("/usr/bin/python3", "scripts/peers/quality.py", list.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				final String[] cells = line.split("\t");
				table.add(cells[0] + " | " + cells[2], cells[1], Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
			}
		}
		if (process.waitFor() != 0) System.err.println("The peers could not be run; the table is without them.");
	}
}
