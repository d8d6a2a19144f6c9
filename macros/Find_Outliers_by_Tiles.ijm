// Outliers among the tiles of one large image: where does it look different?
// Argument: the image to open; without one, a field is made of sample cells.
path = getArgument();
if (path != "") open(path);
else {
	run("Sample Cells", "count=100 seed=3");
	run("Make Montage...", "columns=10 rows=10 scale=1");
	close("Sample Cells");
}
run("Find Outliers...", "items=Tiles tile=64 features=Statistics contamination=0.1");
