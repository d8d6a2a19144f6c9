#!/usr/bin/python3
"""Lays points out by umap-learn or scikit-learn's t-SNE, for EmbeddingBenchmark.

embeddings.py METHOD POINTS N D LAYOUT [METRIC]

METHOD is umap or tsne; POINTS holds n x d little-endian float32 row by row, LAYOUT gets n x 2 of them. Prints the
seconds that a first run on random points took, in which umap-learn is compiled, those of the run itself, and those of all
its threads together.
"""
import sys
import time

import numpy as np


def method(name, metric):
    if name == "umap":
        import umap
        return umap.UMAP(n_neighbors=15, random_state=42, metric=metric)
    from sklearn.manifold import TSNE
    return TSNE(init="pca", learning_rate="auto", perplexity=30, random_state=42, n_jobs=-1)


def main(name, points, n, d, layout, metric="euclidean"):
    data = np.fromfile(points, dtype="<f4").reshape(int(n), int(d))
    start = time.perf_counter()
    if name == "umap":
        # above 4096 points umap-learn searches neighbours by another way, which is compiled too
        method(name, metric).fit_transform(np.random.RandomState(0).rand(4500, int(d)).astype(np.float32))
    warm = time.perf_counter()
    cpu = time.process_time()
    found = method(name, metric).fit_transform(data)
    end = time.perf_counter()
    used = time.process_time() - cpu
    found.astype("<f4").tofile(layout)
    print(f"{warm - start:.3f} {end - warm:.3f} {used:.3f}")


main(*sys.argv[1:])
