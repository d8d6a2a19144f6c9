package sc.fiji.standout.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers for clusters. */
final class Labels {

	private Labels() {}

	/**
	 * Numbers clusters from 0, the largest first, those of the same size in the order of their first points.
	 *
	 * @param names n names of clusters; negative ones are noise
	 * @return n labels; -1 = noise
	 */
	static int[] largestFirst(final int[] names) {
		final Map<Integer, Integer> counts = new LinkedHashMap<>();
		for (final int name : names) if (name >= 0) counts.merge(name, 1, Integer::sum);
		final List<Integer> order = new ArrayList<>(counts.keySet());
		order.sort(Comparator.comparingInt(name -> -counts.get(name)));
		final Map<Integer, Integer> numbers = new HashMap<>();
		for (int i = 0; i < order.size(); i++) numbers.put(order.get(i), i);
		final int[] labels = new int[names.length];
		for (int i = 0; i < names.length; i++) labels[i] = numbers.getOrDefault(names[i], -1);
		return labels;
	}
}
