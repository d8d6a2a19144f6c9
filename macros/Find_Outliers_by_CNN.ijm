// Outliers and groups among colour images, by what a network trained on photographs sees in them.
// Argument: the stack to open; without one, the first images of CIFAR-10, or else the sample.
// The network's file is looked for beside the checkout; otherwise it must be installed (see the guide).
path = getArgument();
data = "../shared/data/";
if (path == "" && File.exists(data + "cifar10_4k_lossless.tif")) {
	open(data + "cifar10_4k_lossless.tif");
	// A quarter is enough for an example; with an argument, all images are used.
	run("Make Substack...", "slices=1-1000");
}
else if (path != "") open(path);
else run("Sample Cells", "count=200");

file = data + "models/mobilenetv2_features.onnx";
if (File.exists(file)) {
	run("CNN Features...", "items=Slices file=[" + file + "]");
	run("UMAP Embedding...", "components=24 metric=Cosine seed=42");

	// In the features: few clusters, and what belongs to none of them stands out.
	run("HDBSCAN Clustering...", "space=Features components=24");
	run("Cluster Outliers...", "score=Membership contamination=0.02");
	run("Show Montage...", "columns=10");
	run("Compare with Labels...", "column=label");

	// In the embedding: the islands of the plot.
	run("HDBSCAN Clustering...", "space=Embedding");
	run("Compare with Labels...", "column=label");
	run("Show Scatter Plot...", "color=cluster");
}
else print("skipped: there is no " + file);
