// The main job on the built-in sample: which of 1000 drawn cells stand out?
// Writes the plot, the montage of outliers and the table of items into a folder.
// Run by scripts/demo; in Fiji: Plugins > Macros > Run...
folder = getArgument();
if (folder == "") folder = getDirectory("temp");

run("Sample Cells", "count=1000 seed=42");
run("Find Outliers...", "items=Slices features=Texture embedding=UMAP clustering=HDBSCAN outliers=[Neighbor Distance] contamination=0.05 seed=42 plot=true montage=true");

run("Show Scatter Plot...", "color=cluster path=[" + folder + "/plot.png]");
run("Show Montage...", "columns=10 path=[" + folder + "/montage.png]");
run("Export Items...", "path=[" + folder + "/items.csv]");
print("Wrote plot.png, montage.png and items.csv to " + folder);
