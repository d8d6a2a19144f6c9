package sc.fiji.standout.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Items of a stack among which some are known to be outliers.
 *
 * @param group such as the stack's name
 * @param name of the task, such as "mnist10k 3"
 * @param items in the order of the stack
 * @param positive whether each of them is an outlier
 */
record PlantedTask(String group, String name, int[] items, boolean[] positive) {

	private static final double PLANTED = 0.02;

	/** Every label in turn, all of its items, with 2 % of the others among them. */
	static List<PlantedTask> eachLabel(final String group, final String[] labels) {
		final List<PlantedTask> tasks = new ArrayList<>();
		for (final String label : new TreeSet<>(Arrays.asList(labels))) {
			final List<Integer> inside = where(labels, Set.of(label), true);
			final List<Integer> others = where(labels, Set.of(label), false);
			tasks.add(plant(group, group + " " + label, inside, others));
		}
		return tasks;
	}

	/** Every kind in turn, 2 % of it among all items of the normal one. */
	static List<PlantedTask> eachKind(final String group, final String[] labels, final String normal) {
		final List<PlantedTask> tasks = new ArrayList<>();
		for (final String label : new TreeSet<>(Arrays.asList(labels))) {
			if (!label.equals(normal)) tasks.add(plant(group, group + " " + label, where(labels, Set.of(normal), true), where(
				labels, Set.of(label), true)));
		}
		return tasks;
	}

	/** The whole stack, in which some labels are outliers. */
	static PlantedTask whole(final String group, final String[] labels, final Set<String> outliers) {
		final boolean[] positive = new boolean[labels.length];
		for (int i = 0; i < labels.length; i++) positive[i] = outliers.contains(labels[i]);
		return new PlantedTask(group, group, IntStream.range(0, labels.length).toArray(), positive);
	}

	private static PlantedTask plant(final String group, final String name, final List<Integer> inside,
		final List<Integer> others)
	{
		Collections.shuffle(others, new Random(42));
		final int planted = Math.min(others.size(), (int) Math.round(PLANTED * inside.size()));
		final Set<Integer> outliers = Set.copyOf(others.subList(0, planted));
		final int[] items = IntStream.concat(inside.stream().mapToInt(i -> i), outliers.stream().mapToInt(i -> i)).sorted()
			.toArray();
		final boolean[] positive = new boolean[items.length];
		for (int i = 0; i < items.length; i++) positive[i] = outliers.contains(items[i]);
		return new PlantedTask(group, name, items, positive);
	}

	private static List<Integer> where(final String[] labels, final Set<String> wanted, final boolean in) {
		final List<Integer> items = new ArrayList<>();
		for (int i = 0; i < labels.length; i++) if (wanted.contains(labels[i]) == in) items.add(i);
		return items;
	}
}
