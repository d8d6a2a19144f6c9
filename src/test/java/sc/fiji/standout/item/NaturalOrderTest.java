package sc.fiji.standout.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NaturalOrderTest {

	private static final List<String> SORTED = List.of("", "01", "1", "2", "9.5", "10", "12345678901234567890123",
		"12345678901234567890124", "Cell 2", "cell", "cell 1", "cell 1a", "cell 001b", "cell 2", "cell 10", "cell 10 x 2",
		"cell 10 x 11", "cell-1", "zelle");

	@Test
	void numbersAreOrderedAsNumbers() {
		final List<String> shuffled = new ArrayList<>(SORTED);
		Collections.shuffle(shuffled, new Random(1));
		shuffled.sort(NaturalOrder.INSTANCE);
		assertEquals(SORTED, shuffled);
	}

	@Test
	void onlyEqualTextsAreEqual() {
		for (int i = 0; i < SORTED.size(); i++) for (int j = 0; j < SORTED.size(); j++) {
			final int order = NaturalOrder.INSTANCE.compare(SORTED.get(i), SORTED.get(j));
			assertEquals(Integer.signum(Integer.compare(i, j)), Integer.signum(order), SORTED.get(i) + " " + SORTED.get(j));
		}
		assertTrue(NaturalOrder.INSTANCE.compare("a1", "a01") != 0);
	}
}
