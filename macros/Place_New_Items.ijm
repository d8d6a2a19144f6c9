// New images in a map that is there: the cells of a second day take their places among those of the first, which stay
// where they are. So the days can be compared, and the map need not be made again.
// Argument: a folder for the tables and the plot.
folder = getArgument();
if (folder == "") folder = getDirectory("temp");

run("Sample Cells", "count=300 seed=1");
rename("first day");
run("Texture Features...", "items=Slices");
run("UMAP Embedding...", "components=24 neighbors=15 seed=42");
run("Export Items...", "path=[" + folder + "/first_day.csv]");

// The same features of the new cells, then the map of the first day by its title.
run("Sample Cells", "count=100 seed=2");
rename("second day");
run("Texture Features...", "items=Slices");
run("UMAP Embedding...", "image=[second day] map=[first day]");
run("Show Scatter Plot...", "image=[second day] color=label path=[" + folder + "/second_day.png]");
run("Export Items...", "image=[second day] path=[" + folder + "/second_day.csv]");
