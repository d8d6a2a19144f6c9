// Outliers by what a neural network that has learned from the stack fails to
// reproduce: for images of one kind, such as the sandals with a few T-shirts.
// Argument: the stack to open; without one, the active image or else the sample.
path = getArgument();
size = 0;
epochs = 20;
if (path != "") open(path);
else if (nImages == 0) {
	run("Sample Cells", "count=120 seed=3");
	// Few and small, so that the example is quick
	size = 16;
	epochs = 10;
}

// The network is trained on the slices themselves; what it describes them with
// becomes their features.
run("Autoencoder Features...", "items=Slices size=" + size + " epochs=" + epochs + " seed=42");

// 0.001 is the classic threshold: those above the 0.999 quantile.
contamination = 0.001;
if (path == "") contamination = 0.05;
run("Reconstruction Outliers...", "score=Corrected contamination=" + contamination);
run("Show Montage...", "columns=10");
run("Show Items Table");
