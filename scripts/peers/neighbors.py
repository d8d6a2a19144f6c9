"""FILE ROWS COLUMNS K: scikit-learn's exact nearest neighbours by a k-d tree, on two cores."""
from sklearn.neighbors import NearestNeighbors

import data

points, k = data.points(), data.argument(0)


def search():
    return NearestNeighbors(n_neighbors=k, algorithm="kd_tree", n_jobs=2).fit(points).kneighbors()


distances, _ = data.timed(search)
print(f"sum={distances.sum()}")
