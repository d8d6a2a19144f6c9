// The DAML clusterer on scikit-learn's blobs, as in its tutorial: prints 6 outliers, 5 potential outliers,
// 2 groups of duplicates and 10 groups of near duplicates.
// Argument: a folder for the table.
folder = getArgument();
if (folder == "") folder = getDirectory("temp");

run("Sample Blobs", "count=100 seed=33 duplicates=true");
run("DAML Clustering...", "space=Features components=0");
run("Cluster Outliers...", "score=Membership contamination=0");
run("Export Items...", "path=[" + folder + "/daml.csv]");

lines = split(File.openAsString(folder + "/daml.csv"), "\n");
print(sum("outlier") + " outliers");
print(sum("potential_outlier") + " potential outliers");
print(largest("duplicate_group") + " groups of duplicates");
print(largest("near_duplicate_group") + " groups of near duplicates");

function cell(line, name) {
  names = split(lines[0], ",");
  cells = split(lines[line], "(,)");
  for (i = 0; i < names.length; i++) if (names[i] == name) return parseFloat(cells[i]);
  exit("The table has no column " + name);
}

function sum(name) {
  total = 0;
  for (line = 1; line < lines.length; line++) total = total + cell(line, name);
  return total;
}

function largest(name) {
  most = 0;
  for (line = 1; line < lines.length; line++) most = maxOf(most, cell(line, name));
  return most;
}
