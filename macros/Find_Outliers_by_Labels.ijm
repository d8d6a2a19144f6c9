// Outliers among the objects of a label image, as StarDist, Cellpose or
// MorphoLibJ make it: 0 is background, each object has its own number.
// Argument: a folder with field.tif and labels.tif; without one, both are made.
folder = getArgument();
if (folder != "") {
	open(folder + "/labels.tif");
	rename("labels");
	open(folder + "/field.tif");
	rename("field");
} else {
	run("Sample Cells", "count=100 seed=3");
	run("Make Montage...", "columns=10 rows=10 scale=1");
	rename("field");
	close("Sample Cells");
	run("Duplicate...", "title=mask");
	run("8-bit");
	setAutoThreshold("Otsu dark");
	run("Convert to Mask");
	run("Analyze Particles...", "size=30-Infinity show=[Count Masks]");
	rename("labels");
	close("mask");
	selectImage("field");
}
run("Find Outliers...", "image=field items=Labels labels=labels features=Texture contamination=0.05");
