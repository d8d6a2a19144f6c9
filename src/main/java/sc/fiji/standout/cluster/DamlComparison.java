package sc.fiji.standout.cluster;

import sc.fiji.standout.matrix.Progress;

/** How far two clusters of the DAML clusterer were apart before they merged; for one thread. */
final class DamlComparison {

	/** Columns between two looks at whether a point is too far away. */
	private static final int BLOCK = 16;

	/** All coordinates, point after point. */
	private final double[] points;
	private final int d;
	private final DamlHierarchy hierarchy;
	private final Progress progress;
	private int compared;

	/**
	 * @param points n x d coordinates, point after point
	 * @param d coordinates of a point
	 */
	DamlComparison(final double[] points, final int d, final DamlHierarchy hierarchy, final Progress progress) {
		this.points = points;
		this.d = d;
		this.hierarchy = hierarchy;
		this.progress = progress;
	}

	/**
	 * The mean distance at the levels before the merge of a row, or for a merge that is not far the largest. The distance
	 * at a level is that of the nearest points.
	 *
	 * @param fewest points of a cluster that is large enough
	 */
	double apart(final int row, final int fewest) {
		final int outerFirst = hierarchy.firsts[hierarchy.clusters[row]];
		final int innerFirst = hierarchy.firsts[hierarchy.inner[row]];
		final boolean far = hierarchy.isFar(row, 2) || hierarchy.isFar(row, 1) && hierarchy.count(row) >= fewest;
		// clusters come nearer from level to level
		if (!far) return Math.sqrt(nearest(new Part(outerFirst, 0, 2), new Part(innerFirst, 0, 2)));
		final int levels = Math.min(hierarchy.levels[row], hierarchy.levelCount());
		final Walk outer = new Walk(hierarchy.before[row]);
		final Walk inner = new Walk(hierarchy.tops[hierarchy.inner[row]]);
		double least = Double.POSITIVE_INFINITY;
		double sum = 0;
		for (int level = 0; level < levels;) {
			final boolean outerGrows = outer.reach(level);
			final boolean innerGrows = inner.reach(level);
			if (outerGrows) least = Math.min(least, nearest(outer.joined(), inner.all()));
			if (innerGrows) least = Math.min(least, nearest(inner.joined(), outer.all()));
			final float distance = (float) Math.sqrt(least);
			// they cannot come nearer than they are when they merge
			final int next = distance <= hierarchy.distances[row] ? levels : Math.min(levels, Math.min(outer.next(), inner
				.next()));
			sum += (double) distance * (next - level);
			level = next;
		}
		return sum / levels;
	}

	/** Some points of a row: those at the places {@code from} to {@code to} - 1 of its list. */
	private record Part(int row, int from, int to) {}

	/** Goes through the rows of one cluster, from its first level up. */
	private final class Walk {

		private final int[] rows;
		private int at = -1;

		Walk(final int last) {
			int count = 0;
			for (int row = last; row >= 0; row = hierarchy.before[row]) count++;
			rows = new int[count];
			for (int row = last; row >= 0; row = hierarchy.before[row]) rows[--count] = row;
		}

		/** The level of the next row. */
		int next() {
			return at + 1 < rows.length ? hierarchy.levels[rows[at + 1]] : Integer.MAX_VALUE;
		}

		/** Goes to the next row where it is of this level, and says whether it is. */
		boolean reach(final int level) {
			if (next() != level) return false;
			at++;
			return true;
		}

		Part all() {
			return new Part(rows[at], 0, hierarchy.count(rows[at]));
		}

		/** What the row before did not have: the end of the list, or its beginning where it was the smaller part. */
		Part joined() {
			if (at == 0) return all();
			final int count = hierarchy.count(rows[at]);
			final int before = hierarchy.count(rows[at - 1]);
			final boolean kept = hierarchy.point(rows[at], 0) == hierarchy.point(rows[at - 1], 0);
			return kept ? new Part(rows[at], before, count) : new Part(rows[at], 0, count - before);
		}
	}

	/** The least squared distance of a point of one part to a point of the other. */
	private double nearest(final Part some, final Part others) {
		double least = Double.POSITIVE_INFINITY;
		for (int i = some.from(); i < some.to(); i++) {
			final int first = hierarchy.point(some.row(), i) * d;
			for (int j = others.from(); j < others.to(); j++) {
				if (++compared % 1024 == 0) progress.check();
				least = Math.min(least, square(first, hierarchy.point(others.row(), j) * d, least));
			}
		}
		return least;
	}

	/** The squared distance of two points, or any number that is not below the limit where it is not below. */
	private double square(final int first, final int second, final double limit) {
		double sum = 0;
		int c = 0;
		while (c + 4 <= d && sum < limit) {
			double s0 = 0;
			double s1 = 0;
			double s2 = 0;
			double s3 = 0;
			for (final int stop = Math.min(d - 3, c + BLOCK); c < stop; c += 4) {
				final double d0 = points[first + c] - points[second + c];
				final double d1 = points[first + c + 1] - points[second + c + 1];
				final double d2 = points[first + c + 2] - points[second + c + 2];
				final double d3 = points[first + c + 3] - points[second + c + 3];
				s0 += d0 * d0;
				s1 += d1 * d1;
				s2 += d2 * d2;
				s3 += d3 * d3;
			}
			sum += s0 + s1 + (s2 + s3);
		}
		if (sum >= limit) return sum;
		for (; c < d; c++) sum += (points[first + c] - points[second + c]) * (points[first + c] - points[second + c]);
		return sum;
	}
}
