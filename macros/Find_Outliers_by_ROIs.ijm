// Outliers among the ROIs of one image: every nucleus that a threshold finds.
// Argument: the image to open; without one, a field is made of sample cells.
path = getArgument();
if (path != "") open(path);
else {
	run("Sample Cells", "count=100 seed=3");
	run("Make Montage...", "columns=10 rows=10 scale=1");
	close("Sample Cells");
}
field = getTitle();

// Find the nuclei: their outlines become the overlay of the field.
run("Duplicate...", "title=mask");
run("8-bit");
setAutoThreshold("Otsu dark");
run("Convert to Mask");
run("Analyze Particles...", "size=30-Infinity show=Overlay exclude");
Overlay.copy;
selectImage(field);
Overlay.paste;
close("mask");

// The ROIs are those of the ROI Manager, or else of the overlay. A file of ROIs
// works too, also without a display: rois=[RoiSet.zip]
run("Find Outliers...", "items=ROIs contamination=0.05 image=[" + field + "]");
