// The same as Find Outliers..., one step at a time: repeat a step with other
// values, and the steps before it keep their results.
run("Sample Cells", "count=300 seed=7");
run("Texture Features...", "items=Slices");
run("UMAP Embedding...", "components=24 dimensions=2 neighbors=15 distance=0.1 metric=Euclidean seed=42");
run("HDBSCAN Clustering...", "space=Features components=24 size=0 samples=0");
run("Cluster Outliers...", "score=Membership contamination=0.05");
run("Show Scatter Plot...", "color=outlier_score");
run("Show Montage...", "columns=5");

// Another grouping on the same features: k-means in the plot's plane.
run("K-Means Clustering...", "space=Embedding k=4 seed=42");
run("Show Scatter Plot...", "color=cluster");
