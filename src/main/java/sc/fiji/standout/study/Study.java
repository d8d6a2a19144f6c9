package sc.fiji.standout.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.feature.Features;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.matrix.Matrix;
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
	private final Map<String, Column> results = new LinkedHashMap<>();
	private String[] labels;
	private Features features;
	private Matrix embedding;
	private Clustering clustering;

	public Study(final Items items) {
		this.items = items;
		this.selection = new Selection(items.size());
		labels = new String[items.size()];
		for (int i = 0; i < labels.length; i++) labels[i] = items.label(i);
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
	public synchronized Features features() {
		return features;
	}

	/** The embedding, n x dimensions, or null before an embedding step. */
	public synchronized Matrix embedding() {
		return embedding;
	}

	/** The clustering, or null before a clustering step. */
	public synchronized Clustering clustering() {
		return clustering;
	}

	public void setFeatures(final Features newFeatures) {
		check(newFeatures.matrix().rows());
		synchronized (this) {
			features = newFeatures;
			embedding = null;
			clustering = null;
			results.clear();
			for (int j = 0; j < newFeatures.measuredNames().size(); j++) {
				put(Column.reals(newFeatures.measuredNames().get(j), newFeatures.measured().column(j)));
			}
		}
		changed();
	}

	public void setEmbedding(final Matrix newEmbedding) {
		check(newEmbedding.rows());
		synchronized (this) {
			embedding = newEmbedding;
			results.keySet().removeIf(name -> name.startsWith("embedding_"));
			for (int j = 0; j < newEmbedding.columns(); j++) {
				put(Column.reals(Columns.embedding(j), newEmbedding.column(j)));
			}
		}
		changed();
	}

	public void setClustering(final Clustering newClustering) {
		check(newClustering.labels().length);
		synchronized (this) {
			clustering = newClustering;
			final double[] cluster = new double[size()];
			for (int i = 0; i < cluster.length; i++) cluster[i] = newClustering.labels()[i];
			put(Column.integers(Columns.CLUSTER, cluster));
			put(Column.reals(Columns.PROBABILITY, newClustering.probabilities()));
		}
		changed();
	}

	public void setOutliers(final Outliers outliers) {
		check(outliers.scores().length);
		final double[] flags = new double[size()];
		for (int i = 0; i < flags.length; i++) flags[i] = outliers.flags()[i] ? 1 : 0;
		synchronized (this) {
			put(Column.reals(Columns.OUTLIER_SCORE, outliers.scores()));
			put(Column.integers(Columns.OUTLIER, flags));
		}
		changed();
	}

	/** Replaces the items' labels, such as by imported ones. */
	public void setLabels(final String[] newLabels) {
		check(newLabels.length);
		synchronized (this) {
			labels = newLabels.clone();
		}
		changed();
	}

	// -- The items table --

	/** All columns in the order of the contract: item, label, slice, roi, then the results. */
	public synchronized List<Column> columns() {
		final int n = size();
		final double[] item = new double[n];
		final double[] slice = new double[n];
		final String[] roi = new String[n];
		for (int i = 0; i < n; i++) {
			item[i] = i + 1;
			slice[i] = items.place(i).slice();
			roi[i] = items.place(i).roi();
		}
		final List<Column> columns = new ArrayList<>();
		columns.add(Column.integers(Columns.ITEM, item));
		columns.add(Column.texts(Columns.LABEL, labels.clone()));
		columns.add(Column.integers(Columns.SLICE, slice));
		columns.add(Column.texts(Columns.ROI, roi));
		columns.addAll(Columns.inOrder(results.values()));
		return columns;
	}

	/** One column by its name, or null where there is none. */
	public Column column(final String name) {
		for (final Column column : columns()) if (column.name().equals(name)) return column;
		return null;
	}

	/** The label of one item. */
	public synchronized String label(final int i) {
		return labels[i];
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

	private void put(final Column column) {
		results.put(column.name(), column);
	}

	private void check(final int rows) {
		if (rows != size()) throw new IllegalArgumentException("A result of " + rows + " rows does not fit " + size() +
			" items.");
	}

	private void changed() {
		for (final Runnable listener : listeners) listener.run();
	}
}
