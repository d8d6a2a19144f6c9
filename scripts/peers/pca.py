"""FILE ROWS COLUMNS COMPONENTS SEED: scikit-learn's randomised principal components, fitted and applied."""
from sklearn.decomposition import PCA

import data

points = data.points()
model = PCA(data.argument(0), svd_solver="randomized", random_state=data.argument(1))
data.timed(lambda: model.fit_transform(points))
print(f"variance={model.explained_variance_.sum()}")
