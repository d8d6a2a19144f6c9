# FILE ROWS COLUMNS MINPTS: HDBSCAN* of the package dbscan.
arguments <- commandArgs(trailingOnly = TRUE)
shape <- as.integer(arguments[2:4])
values <- readBin(arguments[1], "numeric", shape[1] * shape[2], size = 4, endian = "little")
points <- matrix(values, shape[1], shape[2], byrow = TRUE)
seconds <- system.time(found <- dbscan::hdbscan(points, minPts = shape[3]))[["elapsed"]]
cat(sprintf("seconds=%f\nclusters=%d\nnoise=%d\n", seconds, length(unique(setdiff(found$cluster, 0))),
	sum(found$cluster == 0)))
