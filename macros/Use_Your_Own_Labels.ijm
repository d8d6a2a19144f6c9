// What you know about the images, from a table: colours the plot by it.
// Argument: a folder in which the table is made and read again.
folder = getArgument();
if (folder == "") folder = getDirectory("temp");

run("Sample Cells", "count=200 seed=5");
run("Statistics Features...", "items=Slices");
run("PCA Embedding...", "components=0 dimensions=2 seed=42");

// A table with one row for each slice; yours comes from a spreadsheet.
table = "item,day\n";
for (i = 1; i <= nSlices; i++) table += "" + i + ",day " + (1 + floor((i - 1) / 50)) + "\n";
File.saveString(table, folder + "/days.csv");

run("Import Labels...", "path=[" + folder + "/days.csv] column=day");
run("Show Scatter Plot...", "color=label path=[" + folder + "/days.png]");
