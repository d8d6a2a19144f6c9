// Outliers among the pictures of a folder, of any sizes and types; the subfolders are their labels.
// Argument: the folder; without one, a small folder is made of the sample.
path = getArgument();
if (path == "") path = sampleFolder();

// "size" is for showing only: features are of the pictures' own pixels.
run("Open Image Folder...", "path=[" + path + "] size=128");
run("Find Outliers...", "contamination=0.05");

// One row for each picture, with the name of its file.
run("Show Items Table");

function sampleFolder() {
	folder = getDirectory("temp") + "standout-folder";
	File.makeDirectory(folder);
	run("Sample Cells", "count=60 seed=7");
	sample = getImageID();
	for (i = 1; i <= 60; i++) {
		selectImage(sample);
		setSlice(i);
		kind = folder + "/" + getInfo("slice.label");
		File.makeDirectory(kind);
		run("Duplicate...", "title=cell");
		run("Size...", "width=" + (48 + i % 7 * 8) + " height=" + (48 + i % 5 * 8) + " interpolation=Bilinear");
		saveAs("PNG", kind + "/cell" + i + ".png");
		close();
	}
	return folder;
}
