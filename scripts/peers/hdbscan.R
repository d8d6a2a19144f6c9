# FILE ROWS COLUMNS MINPTS: HDBSCAN* of the package dbscan.
arguments <- commandArgs(trailingOnly = TRUE)
shape <- as.integer(arguments[2:4])
values <- readBin(arguments[1], "numeric", shape[1] * shape[2], size = 4, endian = "little")
points <- matrix(values, shape[1], shape[2], byrow = TRUE)
cost <- system.time(found <- dbscan::hdbscan(points, minPts = shape[3]))
cat(sprintf("seconds=%f\nprocessor=%f\nclusters=%d\nnoise=%d\n", cost[["elapsed"]],
	cost[["user.self"]] + cost[["sys.self"]], length(unique(setdiff(found$cluster, 0))), sum(found$cluster == 0)))
