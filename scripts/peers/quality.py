#!/usr/bin/env python3
"""Outlier methods of scikit-learn on planted tasks; called by the class Quality.

Argument: a file with one line for each task: features, group, file of float32 rows, rows, columns, and a 0 or 1 for each
row. Prints features, group, method, ROC AUC and average precision, separated by tabs.
"""
import sys

import numpy as np
from sklearn.covariance import EllipticEnvelope
from sklearn.decomposition import PCA
from sklearn.ensemble import IsolationForest
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.neighbors import LocalOutlierFactor, NearestNeighbors
from sklearn.svm import OneClassSVM


def scores(x):
    reduced = PCA(24, random_state=0)
    z = reduced.fit_transform(x)
    yield "sklearn IsolationForest", -IsolationForest(random_state=0).fit(x).score_samples(x)
    yield "sklearn IsolationForest, PCA 24", -IsolationForest(random_state=0).fit(z).score_samples(z)
    yield "sklearn LocalOutlierFactor", -LocalOutlierFactor().fit(x).negative_outlier_factor_
    yield "sklearn LocalOutlierFactor, PCA 24", -LocalOutlierFactor().fit(z).negative_outlier_factor_
    yield "sklearn OneClassSVM", -OneClassSVM(gamma="scale").fit(x).score_samples(x)
    yield "sklearn OneClassSVM, PCA 24", -OneClassSVM(gamma="scale").fit(z).score_samples(z)
    yield "sklearn EllipticEnvelope, PCA 24", EllipticEnvelope(random_state=0).fit(z).mahalanobis(z)
    yield "sklearn NearestNeighbors, 5th", NearestNeighbors(n_neighbors=5).fit(x).kneighbors()[0][:, -1]
    yield "sklearn NearestNeighbors, 20th", NearestNeighbors(n_neighbors=20).fit(x).kneighbors()[0][:, -1]
    yield "sklearn PCA 24, residual", ((x - reduced.inverse_transform(z)) ** 2).sum(axis=1)


for line in open(sys.argv[1], encoding="utf-8"):
    features, group, path, rows, columns, positive = line.rstrip("\n").split("\t")
    x = np.fromfile(path, "<f4").reshape(int(rows), int(columns)).astype(np.float64)
    y = np.array([int(c) for c in positive])
    for method, score in scores(x):
        print(features, group, method, roc_auc_score(y, score), average_precision_score(y, score), sep="\t", flush=True)
