package sc.fiji.standout.ij1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;

class MacroOptionsTest {

	@Test
	void readsWhatFijiAndPlainImageJRecord() {
		assertEquals(Map.of("k", "3", "space", "A b", "plot", "true", "montage", "false", "note", "", "flag", "true", "image",
			"a [1].tif", "path", "x=y.csv"), MacroOptions.parse(
				"k=3 space=[A b]  plot=true montage=false note=[] flag image=[a [1].tif] path=x=y.csv ").values());
		assertEquals(Map.of("note", "", "k", "3"), MacroOptions.parse("note= k=3").values());
		assertEquals(Map.of("title", "it's"), MacroOptions.parse("title=[it's]").values());
		assertEquals(Map.of("title", "a b"), MacroOptions.parse("title='a b'").values());
		assertEquals(Map.of("minsize", "3"), MacroOptions.parse("MinSize=3").values());
		assertEquals(Map.of(), MacroOptions.parse("  ").values());
	}

	@Test
	void saysWhatCannotBeRead() {
		assertSentence("'k' is given twice", "k=3 k=4");
		assertSentence("no closing bracket", "path=[a b");
		assertSentence("no closing quote", "path='a b");
	}

	private static void assertSentence(final String part, final String options) {
		final String message = assertThrows(IllegalArgumentException.class, () -> MacroOptions.parse(options)).getMessage();
		assertTrue(message.contains(part), message);
	}
}
