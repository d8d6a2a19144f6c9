// Points with known groups, to see what the methods do: scikit-learn's blobs.
// Argument: a folder for the tables.
folder = getArgument();
if (folder == "") folder = getDirectory("temp");

run("Sample Blobs", "count=100 seed=33");
run("PCA Embedding...", "components=0 dimensions=2");
run("K-Means Clustering...", "space=Features components=0 k=5 seed=42");
run("Export Items...", "path=[" + folder + "/kmeans.csv]");
run("HDBSCAN Clustering...", "space=Features components=0 size=5 samples=5");
run("Cluster Outliers...", "score=GLOSH contamination=0.05");
run("Export Items...", "path=[" + folder + "/hdbscan.csv]");
run("Show Scatter Plot...", "color=cluster");
