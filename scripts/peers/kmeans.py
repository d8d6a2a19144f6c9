"""FILE ROWS COLUMNS K STARTS SEED: scikit-learn's k-means."""
from sklearn.cluster import KMeans

import data

points = data.points()
k, starts, seed = (data.argument(i) for i in range(3))
model = KMeans(n_clusters=k, n_init=starts, random_state=seed)
data.timed(lambda: model.fit(points))
print(f"inertia={model.inertia_}")
print(f"rounds={model.n_iter_}")
