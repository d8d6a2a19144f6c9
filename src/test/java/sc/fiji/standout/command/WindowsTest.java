package sc.fiji.standout.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** A window that cannot be opened keeps no other from being opened. */
class WindowsTest {

	private final List<String> opened = new ArrayList<>();

	private Runnable window(final String name) {
		return () -> opened.add(name);
	}

	private static Runnable broken(final Throwable problem) {
		return () -> {
			if (problem instanceof Error error) throw error;
			throw (RuntimeException) problem;
		};
	}

	@Test
	void allOthersAreOpened() {
		final Error chart = new NoClassDefFoundError("org/jfree/chart/ui/Layer");
		final RuntimeException other = new IllegalStateException("Other.");
		assertSame(chart, assertThrows(LinkageError.class, () -> Windows.open(List.of(broken(chart), window("montage"), broken(
			other), window("table")))));
		assertEquals(List.of("montage", "table"), opened);
		assertSame(other, chart.getSuppressed()[0]);
		assertSame(other, assertThrows(IllegalStateException.class, () -> Windows.open(List.of(broken(other)))));
		Windows.open(List.of(window("plot")));
		assertEquals(3, opened.size());
	}
}
