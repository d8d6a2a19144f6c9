# POINTS ROWS COLUMNS RESULT SEED: HDBSCAN* of the package dbscan, as methods.py; 15 neighbours without the point itself.
arguments <- commandArgs(trailingOnly = TRUE)
shape <- as.integer(arguments[2:3])
values <- readBin(arguments[1], "numeric", shape[1] * shape[2], size = 4, endian = "little")
points <- matrix(values, shape[1], shape[2], byrow = TRUE)
cost <- system.time(found <- dbscan::hdbscan(points, minPts = 16))
cat(sprintf("seconds=%f\nprocessor=%f\n", cost[["elapsed"]], cost[["user.self"]] + cost[["sys.self"]]))
writeBin(as.double(found$cluster - 1), arguments[4], endian = "little")
