#!/usr/bin/python3
"""Scores and times of scikit-learn's outlier detectors, for DetectorsBenchmark.

detectors.py FOLDER N...: for each number of items writes the data (N x 24 little-endian floats: the first N items of
Fashion-MNIST, reduced by PCA) as data_N.raw, the scores of each method (N doubles, higher = more outlying) as
METHOD_N.raw, and prints one line for each: METHOD N SECONDS.
Needs python3-sklearn and dataset-fashion-mnist of Debian.
"""
import gzip
import sys
import time

import numpy as np
from sklearn.decomposition import PCA
from sklearn.ensemble import IsolationForest
from sklearn.neighbors import LocalOutlierFactor, NearestNeighbors

DATA = "/usr/share/datasets/fashion-mnist/"


def images(name):
    with gzip.open(DATA + name) as file:
        return np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 784)


def forest(trees, seed):
    return lambda x: -IsolationForest(n_estimators=trees, random_state=seed).fit(x).score_samples(x)


def factor(x):
    return -LocalOutlierFactor(n_neighbors=20).fit(x).negative_outlier_factor_


def distance(x):
    return NearestNeighbors(n_neighbors=5).fit(x).kneighbors()[0][:, 4]


def residual(x):
    pca = PCA(8).fit(x)
    return ((x - pca.inverse_transform(pca.transform(x))) ** 2).sum(1)


METHODS = {
    "forest100": forest(100, 0),
    "forest100again": forest(100, 1),
    "forest300": forest(300, 2),
    "lof": factor,
    "distance": distance,
    "residual": residual,
}

folder = sys.argv[1]
pixels = np.concatenate([images("train-images-idx3-ubyte.gz"), images("t10k-images-idx3-ubyte.gz")])
reduced = PCA(24, random_state=0).fit_transform(pixels.astype(np.float32)).astype("<f4")
for n in map(int, sys.argv[2:]):
    x = reduced[:n]
    x.tofile(f"{folder}/data_{n}.raw")
    for name, method in METHODS.items():
        start = time.perf_counter()
        scores = method(x)
        print(name, n, time.perf_counter() - start, flush=True)
        scores.astype("<f8").tofile(f"{folder}/{name}_{n}.raw")
