// Outliers among the slices of a stack, with the defaults.
// Argument: the stack to open; without one, the active image or else the sample.
path = getArgument();
if (path != "") open(path);
else if (nImages == 0) run("Sample Cells");

// Keys that are left out have their defaults.
run("Find Outliers...", "items=Slices contamination=0.02");

// One row for each slice: label, place in the plot, cluster, outlier score.
run("Show Items Table");
