package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {

	@TempDir
	Path folder;

	@Test
	void readsRowsInItemOrder() throws IOException {
		assertArrayEquals(new String[] { "x", "y z", "" }, read("label,other\nx,1\n\"y z\",2\n\"\",3\n", "label", 3));
	}

	@Test
	void readsRowsByIndex() throws IOException {
		assertArrayEquals(new String[] { "one", "two", "three" }, read("index,kind\n3,three\n1,one\n2,two\n", "kind", 3));
	}

	@Test
	void readsWhatSpreadsheetsWrite() throws IOException {
		assertArrayEquals(new String[] { "a\nb", "say \"x\"", "" }, read(
			"\uFEFFitem,label\r\n1,\"a\nb\"\r\n\r\n2,\"say \"\"x\"\"\"\r\n3\r\n", "label", 3));
		assertSentence("a quote is not closed", "label\n\"x\n", "label", 1);
		assertSentence("is empty", "", "label", 1);
	}

	@Test
	void readsWhatWasExported() {
		final Path file = folder.resolve("items.tsv");
		TableFile.write(StudyFixtures.finished(), file.toString());
		assertArrayEquals(new String[] { "a", "b, \"quoted\"", "c\td" }, LabelFile.read(file.toString(), "label", 3));
	}

	@Test
	void saysWhatDoesNotFit() throws IOException {
		assertSentence("column=kind is not in", "label\nx\n", "kind", 1);
		assertSentence("has 1 rows, but there are 2 items", "label\nx\n", "label", 2);
		assertSentence("index=7 in row 2; it must be a whole number from 1 to 2", "index,label\n1,x\n7,y\n", "label", 2);
		assertSentence("two rows with item=1", "item,label\n1,x\n1,y\n", "label", 2);
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> LabelFile.read(folder.resolve(
			"none.csv").toString(), "label", 1));
		assertTrue(e.getMessage().contains("none.csv does not exist"), e.getMessage());
	}

	@Test
	void readsRowsByFileWhereItemsHaveFiles() throws IOException {
		final String table = "index,file,kind\n1,b.png,second\n2,a.png,first\n3,other.png,none\n";
		assertArrayEquals(new String[] { "first", "second" }, read(table, "kind", "a.png", "b.png"));
		assertArrayEquals(new String[] { "first", "second" }, read(table, "kind", "x/a.png", "y/b.png"), "by name alone");
		assertArrayEquals(new String[] { "p", "q" }, read("file,kind\ny\\1.png,q\nx\\1.png,p\n", "kind", "x/1.png",
			"y/1.png"), "paths as Windows writes them");
		assertArrayEquals(new String[] { "second", "first", "none" }, read(table, "kind", "u.png", "v.png", "w.png"),
			"a table of other files goes by its index");
		assertArrayEquals(new String[] { "p", "q" }, read("item,file,kind\n1,a.png,p\n2,a.png,q\n", "kind", "a.png", "a.png"),
			"two tiles of one file");
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read(table, "kind", "a.png",
			"c.png"));
		assertTrue(e.getMessage().contains("has no row for the file 'c.png'"), e.getMessage());
		assertThrows(IllegalArgumentException.class, () -> read("file,kind\n1.png,p\nx/1.png,q\n", "kind", "x/1.png",
			"y/1.png"), "1.png may be that of x or that of y");
	}

	private String[] read(final String text, final String column, final String... files) throws IOException {
		final Path file = folder.resolve("labels.csv");
		Files.writeString(file, text);
		return LabelFile.read(file.toString(), column, StudyFixtures.files(files));
	}

	private String[] read(final String text, final String column, final int items) throws IOException {
		final Path file = folder.resolve("labels.csv");
		Files.writeString(file, text);
		return LabelFile.read(file.toString(), column, items);
	}

	private void assertSentence(final String part, final String text, final String column, final int items) {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> read(text, column, items));
		assertTrue(e.getMessage().contains(part), e.getMessage());
	}
}
