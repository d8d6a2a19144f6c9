package sc.fiji.standout.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {

	@TempDir
	Path folder;

	@Test
	void writesTheColumnsOfTheContractInTheirOrder() throws IOException {
		final Path file = folder.resolve("items.csv");
		TableFile.write(StudyFixtures.finished(), file.toString());
		assertEquals(List.of( //
			"item,label,slice,roi,embedding_x,embedding_y,cluster,probability,outlier_score,outlier,mean", //
			"1,a,1,,0.1,-0.0,0,1.0,0.0,0,0.1", //
			"2,\"b, \"\"quoted\"\"\",2,,3.141592653589793,2.0,-1,0.0,1.25,1,0.3333333333333333", //
			"3,c\td,3,,1.0E22,4.9E-324,1,0.7,0.3,0,1.0E-300"), Files.readAllLines(file));
	}

	@Test
	void separatesByTabsInTsv() throws IOException {
		final Path file = folder.resolve("items.TSV");
		TableFile.write(StudyFixtures.finished(), file.toString());
		assertEquals("3\t\"c\td\"\t3\t\t1.0E22\t4.9E-324\t1\t0.7\t0.3\t0\t1.0E-300", Files.readAllLines(file).get(3));
	}

	@Test
	void refusesOtherEndingsAndMissingFolders() {
		final Study study = StudyFixtures.finished();
		assertSentence("items.xls must end in .csv or .tsv", study, folder.resolve("items.xls"));
		assertSentence("does not exist", study, folder.resolve("missing/items.csv"));
		final Path taken = folder.resolve("taken.csv");
		assertTrue(taken.toFile().mkdir());
		assertSentence("is a folder", study, taken);
	}

	@Test
	void keepsTheOldFileWhenTheNewOneCannotBeFinished() throws IOException {
		final Path file = folder.resolve("items.csv");
		Files.writeString(file, "precious");
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> CompleteFile.write(file
			.toString(), out -> {
				out.write(new byte[100_000]);
				throw new IOException("No space left on device");
			}));
		assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
		assertEquals("precious", Files.readString(file));
		assertEquals(1, folder.toFile().list().length, "nothing half written is left");
	}

	private static void assertSentence(final String part, final Study study, final Path path) {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> TableFile.write(study, path
			.toString()));
		assertTrue(e.getMessage().contains(part) && e.getMessage().contains(path.toString()), e.getMessage());
	}
}
