package sc.fiji.standout.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.Duplicator;
import ij.process.ByteProcessor;

import sc.fiji.standout.cluster.Clustering;
import sc.fiji.standout.matrix.Matrix;
import sc.fiji.standout.study.Study;

/** Images, Studies, ItemsTable and ImageJProgress, in batch mode, where there are no windows. */
class ImagesTest {

	private final ImagePlus a = SampleCells.create(3, 1);
	private final ImagePlus b = SampleCells.create(4, 1);

	@BeforeEach
	void startBatchMode() {
		Interpreter.batchMode = true;
		a.setTitle("first one");
		b.setTitle("b.tif");
		a.show();
		b.show();
	}

	@AfterEach
	void endBatchMode() {
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			WindowManager.getImage(id).close();
		}
		WindowManager.setTempCurrentImage(null);
		Interpreter.batchMode = false;
	}

	@Test
	void imagesAreFoundByTitleIdOrBeingActive() {
		assertSame(a, Images.find("first one"));
		assertSame(a, Images.find(String.valueOf(a.getID())));
		assertSame(b, Images.find("b.tif"));
		assertSame(b, Images.find(""));
		assertSame(b, Images.find(null));
		assertEquals("There is no image 'c'; open are 'first one', 'b.tif'.", message("c"));
		assertEquals("There is no image '-99'; open are 'first one', 'b.tif'.", message("-99"));
		a.close();
		b.close();
		WindowManager.setTempCurrentImage(null);
		assertEquals("There is no image 'c'; no image is open.", message("c"));
		assertEquals("There is no image; open a stack first.", message(""));
	}

	private static String message(final String title) {
		return assertThrows(IllegalArgumentException.class, () -> Images.find(title)).getMessage();
	}

	@Test
	void labelImageIsFoundByItsTitle() {
		final ByteProcessor marks = new ByteProcessor(64, 64);
		marks.set(3, 3, 1);
		new ImagePlus("marks", marks).show();
		assertEquals(3, ImageItems.of(a, "Labels", "marks", 0).size());
		assertEquals("There is no image 'nothing'; open are 'first one', 'b.tif', 'marks'.", assertThrows(
			IllegalArgumentException.class, () -> ImageItems.of(a, "Labels", "nothing", 0)).getMessage());
	}

	@Test
	void studyIsKeptWithItsImageAndNowhereElse(@TempDir final Path folder) throws IOException {
		assertNull(Studies.of(a));
		assertNull(Studies.of(null));
		assertEquals("The image 'first one' has not been analysed yet; run a features command such as " +
			"'Texture Features...' first.", assertThrows(IllegalArgumentException.class, () -> Studies.require(a)).getMessage());
		final Path before = folder.resolve("before.tif");
		final Path after = folder.resolve("after.tif");
		new FileSaver(a).saveAsTiff(before.toString());
		final Study study = new Study(ImageItems.slices(a));
		Studies.put(a, study);
		assertSame(study, Studies.require(a));
		assertNull(Studies.of(new Duplicator().run(a)));
		new FileSaver(a).saveAsTiff(after.toString());
		assertEquals(Files.size(before), Files.size(after));
		assertEquals(-1, new String(Files.readAllBytes(after), StandardCharsets.ISO_8859_1).indexOf("standout"));
		a.flush();
		assertNull(Studies.of(a));
	}

	@Test
	void tableHasTheStudysColumns() {
		final Study study = new Study(ImageItems.slices(a));
		study.setEmbedding(Matrix.of(new double[] { 1.0 / 3, -2e-7, 4, 5e6, Math.PI, 7 }, 3, 2));
		study.setClustering(new Clustering(new int[] { 0, -1, 12 }, new double[] { 1, 0, 0.123456789 }, null));
		final ResultsTable table = ItemsTable.show(a, study);
		assertEquals(3, table.size());
		assertEquals("item,label,slice,roi,embedding_x,embedding_y,cluster,probability", String.join(",", table
			.getHeadings()));
		assertEquals(1.0 / 3, table.getValue("embedding_x", 0));
		assertEquals(-2e-7, table.getValue("embedding_y", 0));
		assertEquals("0.333333333", table.getStringValue("embedding_x", 0));
		assertEquals("-1", table.getStringValue("cluster", 1));
		assertEquals("12", table.getStringValue("cluster", 2));
		assertEquals("3", table.getStringValue("item", 2));
		assertEquals("0.123456789", table.getStringValue("probability", 2));
		for (int i = 0; i < 3; i++) assertEquals(a.getStack().getSliceLabel(i + 1), table.getStringValue("label", i));
		assertEquals("", table.getStringValue("roi", 1));
	}

	@Test
	void progressIsCancelledByEscOrByWhatItAsks() {
		IJ.setKeyDown(java.awt.event.KeyEvent.VK_ESCAPE);
		try (ImageJProgress progress = new ImageJProgress()) {
			assertEquals(false, progress.isCanceled(), "an Esc from before does not count");
			progress.message("working");
			for (int i = 0; i <= 1000; i++) progress.report(i / 1000.0);
			IJ.setKeyDown(java.awt.event.KeyEvent.VK_ESCAPE);
			assertEquals(true, progress.isCanceled());
			assertThrows(java.util.concurrent.CancellationException.class, progress::check);
		}
		finally {
			IJ.resetEscape();
		}
		final boolean[] stop = { false };
		try (ImageJProgress progress = new ImageJProgress(() -> stop[0])) {
			assertEquals(false, progress.isCanceled());
			stop[0] = true;
			assertEquals(true, progress.part(0, 0.5).isCanceled());
		}
	}
}
