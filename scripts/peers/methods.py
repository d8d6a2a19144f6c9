#!/usr/bin/python3
"""The methods of scikit-learn and umap-learn that the benchmarks compare ours with.

methods.py METHOD POINTS ROWS COLUMNS RESULT SEED

POINTS holds little-endian float32, row by row; RESULT gets little-endian float64. Prints the seconds on the clock and of
the processor, without those of importing, reading and compiling. Needs Debian's python3-sklearn and umap-learn.
"""
import sys
import time

import numpy as np
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import IsolationForest
from sklearn.manifold import TSNE
from sklearn.neighbors import LocalOutlierFactor, NearestNeighbors

name, source, rows, columns, target, seed = sys.argv[1:]
seed = int(seed)


def umap(x):
    from umap import UMAP
    return UMAP(n_neighbors=15, random_state=seed).fit_transform(x)


def forest(trees):
    return lambda x: -IsolationForest(n_estimators=trees, random_state=seed).fit(x).score_samples(x)


METHODS = {
    "pca": lambda x: PCA(24, svd_solver="randomized", random_state=seed).fit_transform(x),
    "kmeans": lambda x: KMeans(10, n_init=3, random_state=seed).fit(x).labels_,
    "neighbors": lambda x: NearestNeighbors(n_neighbors=15, algorithm="kd_tree", n_jobs=2).fit(x).kneighbors()[0],
    "ward": lambda x: AgglomerativeClustering(10).fit(x).labels_,
    "umap": umap,
    "tsne": lambda x: TSNE(init="pca", learning_rate="auto", random_state=seed, n_jobs=-1).fit_transform(x),
    "forest": forest(300),
    "forest100": forest(100),
    "lof": lambda x: -LocalOutlierFactor(20, n_jobs=2).fit(x).negative_outlier_factor_,
    "distance": lambda x: NearestNeighbors(n_neighbors=5, n_jobs=2).fit(x).kneighbors()[0][:, -1],
}

points = np.fromfile(source, dtype="<f4").reshape(int(rows), int(columns))
if name == "umap":
    # above 4096 points umap-learn searches neighbours by another way, which is compiled too
    umap(np.random.RandomState(0).rand(4500, points.shape[1]).astype(np.float32))
start, busy = time.perf_counter(), time.process_time()
result = METHODS[name](points)
print(f"seconds={time.perf_counter() - start}")
print(f"processor={time.process_time() - busy}")
np.asarray(result, dtype="<f8").tofile(target)
