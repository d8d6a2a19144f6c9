package sc.fiji.standout.matrix;

/**
 * The k nearest neighbours of each of n points, nearest first; the point itself is not among them. Neighbours at the
 * same distance are in the order of their index, so the result does not depend on how the search went.
 *
 * @param k how many neighbours each point has
 * @param indices n x k, row-major
 * @param distances n x k, row-major, Euclidean
 */
public record Neighbors(int k, int[] indices, double[] distances) {

	public int size() {
		return indices.length / k;
	}

	public int index(final int point, final int rank) {
		return indices[point * k + rank];
	}

	public double distance(final int point, final int rank) {
		return distances[point * k + rank];
	}
}
