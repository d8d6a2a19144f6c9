// Outliers among the frames of a multi-channel time series: the channels of one
// time point are one item.
// Argument: the hyperstack to open; without one, two stacks of cells are merged.
path = getArgument();
if (path != "") open(path);
else {
	run("Sample Cells", "count=100 seed=1");
	rename("nuclei");
	run("Sample Cells", "count=100 seed=2");
	rename("membranes");
	run("Merge Channels...", "c1=nuclei c2=membranes create");
	run("Stack to Hyperstack...", "order=xyczt(default) channels=2 slices=1 frames=100 display=Composite");
}
run("Find Outliers...", "items=Frames contamination=0.05");
