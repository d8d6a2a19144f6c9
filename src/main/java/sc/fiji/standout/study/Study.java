package sc.fiji.standout.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.matrix.Pca;
import sc.fiji.standout.outlier.Outliers;

/**
 * All that is known about one set of items. A step reads what earlier steps left here and, once it has its whole
 * result, puts it here in one go; so a step that fails or is cancelled changes nothing. New features drop the results
 * that were made from the old ones.
 */
public final class Study {

	private final Items items;
	private final Selection selection;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile String[] labels;
	private volatile Results results = Results.NONE;
	private volatile Reduced reduced;

	/** The features reduced to principal components, kept since most steps ask for the same. */
	private record Reduced(Features features, int components, int seed, Reduction reduction) {}

	/**
	 * Points of fewer columns than the features.
	 *
	 * @param points n x components
	 * @param pca that they came by, or null where they are the features themselves
	 */
	record Reduction(Matrix points, Pca pca) {}

	public Study(final Items items) {
		this.items = items;
		this.selection = new Selection(items.size());
		final String[] names = new String[items.size()];
		for (int i = 0; i < names.length; i++) names[i] = items.label(i);
		labels = names;
	}

	public Items items() {
		return items;
	}

	public int size() {
		return items.size();
	}

	public Selection selection() {
		return selection;
	}

	// -- Results --

	/** The features, or null before the first features step. */
	public Features features() {
		return results.features();
	}

	/** The embedding, n x dimensions, or null before an embedding step. */
	public Matrix embedding() {
		return results.embedding();
	}

	/** The clustering, or null before a clustering step. */
	public Clustering clustering() {
		return results.clustering();
	}

	/** How many clusters there are, noise not counted; -1 before a clustering step. */
	public int clusterCount() {
		final Clustering clustering = clustering();
		return clustering == null ? -1 : clustering.count();
	}

	public void setFeatures(final Features features) {
		setFeatures(features, "");
	}

	/** @param origin all that the features depend on, for {@link #featuresOrigin} */
	void setFeatures(final Features features, final String origin) {
		change(features.matrix().rows(), before -> Results.of(features, origin));
	}

	/** All that the features depend on, pixels and method; "" where that was not asked for. */
	String featuresOrigin() {
		return results.origin();
	}

	public void setEmbedding(final Matrix embedding) {
		setEmbedding(embedding, null);
	}

	/** @param map by which other items can be placed into the embedding, or null */
	void setEmbedding(final Matrix embedding, final ItemMap map) {
		change(embedding.rows(), before -> before.with(embedding, map));
	}

	/** By which other items can be placed into the embedding, or null where they cannot. */
	ItemMap map() {
		return results.map();
	}

	/** Whether other items can be placed into the embedding. */
	public boolean isMap() {
		return map() != null;
	}

	public void setClustering(final Clustering clustering) {
		change(clustering.labels().length, before -> before.with(clustering));
	}

	public void setOutliers(final Outliers outliers) {
		change(outliers.scores().length, before -> before.with(outliers));
	}

	/** Replaces all results by those of another study of the same items, in one go; labels and selection stay. */
	public void takeResults(final Study other) {
		reduced = other.reduced;
		change(other.size(), before -> other.results);
	}

	/** Replaces the items' labels, such as by imported ones. */
	public void setLabels(final String[] newLabels) {
		check(newLabels.length);
		labels = newLabels.clone();
		changed();
	}

	/** The reduced features of the last call when it asked for the same, else what {@code reducing} makes. */
	Reduction reduced(final int components, final int seed, final Supplier<Reduction> reducing) {
		final Features features = features();
		final Reduced last = reduced;
		if (last != null && last.features() == features && last.components() == components && last.seed() == seed)
			return last.reduction();
		final Reduction reduction = reducing.get();
		reduced = new Reduced(features, components, seed, reduction);
		return reduction;
	}

	// -- The items table --

	/** All columns in the order of the contract: item, label, slice, roi, file where items have one, then the results. */
	public List<Column> columns() {
		final int n = size();
		final double[] item = new double[n];
		final double[] slice = new double[n];
		final String[] roi = new String[n];
		final String[] file = new String[n];
		boolean files = false;
		for (int i = 0; i < n; i++) {
			item[i] = i + 1;
			slice[i] = items.place(i).slice();
			roi[i] = items.place(i).roi();
			file[i] = items.file(i);
			files |= !file[i].isEmpty();
		}
		final List<Column> columns = new ArrayList<>(List.of(Column.integers(Columns.ITEM, item), Column.texts(
			Columns.LABEL, labels.clone()), Column.integers(Columns.SLICE, slice), Column.texts(Columns.ROI, roi)));
		if (files) columns.add(Column.texts(Columns.FILE, file));
		columns.addAll(results.columns());
		return columns;
	}

	/** One column by its name, or null where there is none. */
	public Column column(final String name) {
		for (final Column column : columns()) if (column.name().equals(name)) return column;
		return null;
	}

	/** The label of one item. */
	public String label(final int i) {
		return labels[i];
	}

	/** What was found, in one line, such as "1797 slices of digits.tif: 12 clusters, 90 outliers". */
	public String summary() {
		final List<String> found = new ArrayList<>();
		final Outliers outliers = results.outliers();
		if (clusterCount() >= 0) found.add(clusterCount() + (clusterCount() == 1 ? " cluster" : " clusters"));
		if (outliers != null) found.add(outliers.count() + (outliers.count() == 1 ? " outlier" : " outliers"));
		return items.description() + (found.isEmpty() ? "" : ": " + String.join(", ", found));
	}

	/** Whether both are about the same whole slices or frames: the results of one are right for the other. */
	public boolean hasSameSlices(final Study other) {
		if (!items.description().equals(other.items.description()) || size() != other.size()) return false;
		for (int i = 0; i < size(); i++) {
			if (!items.place(i).equals(other.items.place(i)) || !items.place(i).roi().isEmpty()) return false;
		}
		return true;
	}

	// -- Listeners --

	/** Told after every new result, on the thread of the step. */
	public void addListener(final Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(final Runnable listener) {
		listeners.remove(listener);
	}

	// -- Helper methods --

	private void change(final int rows, final UnaryOperator<Results> step) {
		check(rows);
		synchronized (this) {
			results = step.apply(results);
		}
		changed();
	}

	private void check(final int rows) {
		if (rows != size()) throw new IllegalArgumentException("A result of " + rows + " rows does not fit " + size() +
			" items.");
	}

	private void changed() {
		for (final Runnable listener : listeners) listener.run();
	}
}
