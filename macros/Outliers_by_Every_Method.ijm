// What each way to find outliers flags by its own rule (contamination=0), on the same features.
run("Sample Cells", "count=300 seed=7");
run("Statistics Features...", "items=Slices");
count("Statistics Outliers...", "method=[Modified Z-Score] threshold=0 contamination=0");

run("Texture Features...", "items=Slices");
count("Isolation Forest Outliers...", "components=24 seed=42 contamination=0");
count("Local Outlier Factor...", "components=100 neighbors=20 contamination=0");
count("Neighbor Distance Outliers...", "components=100 neighbors=20 method=Largest contamination=0");
count("PCA Residual Outliers...", "components=0 seed=42 contamination=0");
count("Consensus Outliers...", "components=100 seed=42 contamination=0");

// These need clusters.
run("HDBSCAN Clustering...", "space=Features components=24");
count("Cluster Outliers...", "score=Membership contamination=0");
count("Cluster Outliers...", "score=GLOSH contamination=0");

function count(command, options) {
	run(command, options);
	path = getDirectory("temp") + "outliers-by-every-method.csv";
	run("Export Items...", "path=[" + path + "]");
	lines = split(File.openAsString(path), "\n");
	names = split(lines[0], ",");
	for (column = 0; names[column] != "outlier"; column++);
	flagged = 0;
	for (i = 1; i < lines.length; i++) {
		// split would drop empty cells
		cells = split(replace(lines[i], ",,", ", ,"), ",");
		flagged += parseInt(cells[column]);
	}
	print(command + " " + options + ": " + flagged + " of " + (lines.length - 1));
	deleted = File.delete(path);
}
