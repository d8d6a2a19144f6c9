"""Makes the expected values of HierarchicalTest by scikit-learn 1.2.1 (Debian): /usr/bin/python3 make.py"""
import numpy as np
from sklearn.cluster import AgglomerativeClustering

random = np.random.RandomState(5)
sets = {
    "groups": np.vstack([random.normal(c, 1, (40, 4)) for c in (0, 3, 7)]).round(3),
    "grid": np.array([[x, y] for x in range(7) for y in range(6)], float),
    "line": np.cumsum(np.arange(1, 31) % 7 + 1.0)[:, None],
    "duplicates": random.randint(0, 4, (90, 2)).astype(float),
}
for name, points in sets.items():
    np.savetxt(name + "_points.csv", points, delimiter=",", fmt="%.17g")
    rows = []
    for linkage in ("ward", "complete", "average", "single"):
        for k in (2, 3, 5, 8):
            model = AgglomerativeClustering(n_clusters=k, linkage=linkage, compute_distances=True).fit(points)
            rows.append([linkage, k] + list(model.labels_))
        rows.append([linkage, 0] + ["%.12g" % d for d in model.distances_])
    with open(name + "_expected.csv", "w") as out:
        for row in rows:
            out.write(",".join(str(x) for x in row) + "\n")
