// Points with known groups, to see what the methods do: scikit-learn's blobs. The Log window says how well the clusters
// of each method agree with the groups (adjusted Rand index, 1 = the same).
// Argument: a folder for the tables.
folder = getArgument();
if (folder == "") folder = getDirectory("temp");

run("Sample Blobs", "count=100 seed=33");
run("PCA Embedding...", "components=0 dimensions=2");
run("K-Means Clustering...", "space=Features components=0 k=5 seed=42");
run("Compare with Labels...", "column=label");
run("Export Items...", "path=[" + folder + "/kmeans.csv]");
run("HDBSCAN Clustering...", "space=Features components=0 size=5 samples=5");
run("Compare with Labels...", "column=label");
run("Cluster Outliers...", "score=GLOSH contamination=0.05");
run("Export Items...", "path=[" + folder + "/hdbscan.csv]");

// Hierarchical clustering last, so that the dendrogram can be shown.
run("Hierarchical Clustering...", "space=Features components=0 linkage=Ward k=5");
run("Compare with Labels...", "column=label");
run("Export Items...", "path=[" + folder + "/ward.csv]");
run("Show Dendrogram...", "path=[" + folder + "/dendrogram.png]");
run("Show Scatter Plot...", "color=cluster");
