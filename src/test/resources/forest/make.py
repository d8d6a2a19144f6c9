"""Makes the expected values of IsolationForestTest by scikit-learn (Debian): /usr/bin/python3 make.py

The scores of 5000 trees, which is what forests of fewer trees go towards, of scikit-learn's digits (digits.tif)."""
from scipy.stats import spearmanr
import numpy as np
from sklearn.datasets import load_digits
from sklearn.ensemble import IsolationForest

digits = load_digits().data
scores = -IsolationForest(n_estimators=5000, random_state=0).fit(digits).score_samples(digits)
np.savetxt("digits.csv", scores, fmt="%.4f")
for seed in range(3):
    small = -IsolationForest(n_estimators=300, random_state=seed).fit(digits).score_samples(digits)
    print("300 trees: rank correlation", spearmanr(scores, small)[0], "largest difference", abs(scores - small).max())
