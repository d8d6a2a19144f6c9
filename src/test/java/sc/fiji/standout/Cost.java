package sc.fiji.standout;

import java.lang.management.ManagementFactory;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

/**
 * What a piece of work takes, for the benchmarks: the time on the clock, and that of the processor on all threads, which
 * other programs on the machine disturb less.
 */
public record Cost(double seconds, double processor) {

	/** Starts to measure. */
	public static Cost start() {
		return new Cost(System.nanoTime() / 1e9, busy());
	}

	/** What a peer printed; NaN where it failed. */
	public static Cost of(final Map<String, Double> printed) {
		return new Cost(printed.getOrDefault("seconds", Double.NaN), printed.getOrDefault("processor", Double.NaN));
	}

	/** What was taken since this start. */
	public Cost stop() {
		return new Cost(System.nanoTime() / 1e9 - seconds, busy() - processor);
	}

	/** This one as parts of another one. */
	public String ratio(final Cost other) {
		return String.format("ratio %.3f (%.3f)", seconds / other.seconds, processor / other.processor);
	}

	@Override
	public String toString() {
		return String.format("%.2f s (processor %.2f s)", seconds, processor);
	}

	private static double busy() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}
}
