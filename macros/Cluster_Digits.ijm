// Clusters of handwritten digits beside their labels: k-means and Ward, with sizes, centers and samples of each
// cluster, and how well they agree with the digits (adjusted Rand index). Then the digits that stand out, by isolation
// forest and by local outlier factor, and how many there are of each digit.
// Argument: a stack with the digits as slice labels; without one, the first 10,000 of MNIST.
path = getArgument();
if (path == "") path = "../shared/data/mnist10k.tif";
if (!File.exists(path)) {
  print("skipped: there is no " + path);
} else {
  open(path);
  title = getTitle();
  run("Pixel Features...", "image=[" + title + "] items=Slices");

  run("K-Means Clustering...", "image=[" + title + "] space=Features components=24 k=10 seed=42");
  run("Compare with Labels...", "image=[" + title + "] column=label");
  run("Show Cluster Sizes", "image=[" + title + "]");

  run("Hierarchical Clustering...", "image=[" + title + "] space=Features components=24 linkage=Ward k=10");
  run("Compare with Labels...", "image=[" + title + "] column=label");
  run("Show Cluster Sizes", "image=[" + title + "]");
  run("Show Dendrogram...", "image=[" + title + "]");

  run("Isolation Forest Outliers...", "image=[" + title + "] components=24 contamination=0.01 seed=42");
  run("Compare with Labels...", "image=[" + title + "] column=label");
  run("Local Outlier Factor...", "image=[" + title + "] components=100 neighbors=20 contamination=0.01");
  run("Compare with Labels...", "image=[" + title + "] column=label");
  run("Show Montage...", "image=[" + title + "]");

  // A column for each cluster: its mean image, and below it the five digits that are nearest to the mean.
  run("Show Cluster Centers", "image=[" + title + "]");
  run("Make Montage...", "columns=10 rows=6 scale=2");
}
