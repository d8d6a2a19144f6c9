package sc.fiji.standout.benchmark;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/**
 * What a piece of work takes: the time on the clock, and that of the processor on all threads, which other programs on the
 * machine disturb less.
 */
record Cost(double seconds, double processor) {

	/** Starts to measure. */
	static Cost start() {
		return new Cost(System.nanoTime() / 1e9, busy());
	}

	/** What was taken since this start. */
	Cost stop() {
		return new Cost(System.nanoTime() / 1e9 - seconds, busy() - processor);
	}

	@Override
	public String toString() {
		return String.format("%.2f s (processor %.2f s)", seconds, processor);
	}

	private static double busy() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}
}
