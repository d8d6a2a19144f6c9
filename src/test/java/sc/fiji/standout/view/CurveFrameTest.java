package sc.fiji.standout.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JFrame;
import javax.swing.JTextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.WindowManager;
import ij.macro.Interpreter;

import sc.fiji.standout.matrix.Progress;

/** Works the window of the loss curve while something learns; needs a display, such as Xvfb. */
class CurveFrameTest {

	private static final String TRAINING = "Training loss";
	private static final String VALIDATION = "Validation loss";
	private static final String TITLE = "Loss curve of cells.tif";

	private CurveProgress progress;

	@BeforeEach
	void needADisplay() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display");
		progress = new CurveProgress("cells.tif", Progress.NONE, problem -> {});
	}

	@AfterEach
	void close() throws Exception {
		while (frame() != null) EventQueue.invokeAndWait(() -> frame().dispose());
	}

	@Test
	void opensWithTheFirstPointAndGrows() throws Exception {
		assertNull(frame());
		learn(1, 0.5, 0.4);
		await(() -> frame() != null && frame().statusText().equals("epoch 1; best epoch 1, validation loss 0.400 so far"));
		learn(2, 0.3, 0.25);
		learn(3, 0.2, 0.3);
		await(() -> frame().statusText().equals("epoch 3; best epoch 2, validation loss 0.250 so far"));
		assertTrue(inkOf(0xd55e00) > 50, "a line in the colour of the validation loss");
		progress.done();
		progress.close();
		await(() -> frame().statusText().equals("done: best epoch 2, validation loss 0.250"));
		assertFalse(stop().isVisible());
		assertTrue(frame().isShowing(), "stays open");
	}

	@Test
	void stopEndsTheLearningWithTheBestSoFar() throws Exception {
		final CountDownLatch ended = new CountDownLatch(1);
		final Thread learner = new Thread(() -> {
			for (int epoch = 1; !progress.isEnough(); epoch++) {
				learn(epoch, 1.0 / epoch, Math.abs(epoch - 5) + 0.0123);
				sleep(20);
			}
			progress.done();
			ended.countDown();
		});
		learner.start();
		await(() -> frame() != null && frame().statusText().contains("best epoch 5, "));
		assertFalse(progress.isEnough());
		new Mouse(stop()).click(10, 10, 0);
		assertTrue(ended.await(10, TimeUnit.SECONDS));
		await(() -> frame().statusText().equals("done: best epoch 5, validation loss 0.0123"));
	}

	@Test
	void stoppingIsSaidUntilTheEpochIsOver() throws Exception {
		learn(1, 0.5, 0.4);
		await(() -> frame() != null);
		new Mouse(stop()).click(10, 10, 0);
		await(() -> frame().statusText().equals("stopping\u2026; best epoch 1, validation loss 0.400"));
		assertFalse(stop().isEnabled());
		assertTrue(progress.isEnough());
	}

	@Test
	void whatFailsOrIsCanceledSaysSo() throws Exception {
		learn(1, 0.5, 0.4);
		learn(2, 0.5, 0.45);
		progress.close();
		await(() -> frame() != null && frame().statusText().equals(
			"canceled after epoch 2; best epoch 1, validation loss 0.400"));
	}

	@Test
	void closingItLeavesTheLearningAlone() throws Exception {
		learn(1, 0.5, 0.4);
		await(() -> frame() != null);
		EventQueue.invokeAndWait(() -> frame().dispose());
		learn(2, 0.4, 0.3);
		Mouse.sync();
		assertNull(frame(), "does not come back");
		assertFalse(progress.isEnough());
		assertFalse(progress.isCanceled());
		progress.done();
	}

	@Test
	void thePictureHasTwiceTheResolutionAndTheLogarithmIsSeen() throws Exception {
		for (int epoch = 1; epoch <= 30; epoch++) learn(epoch, Math.pow(0.5, epoch), Math.pow(0.5, epoch) + 1e-6);
		await(() -> frame() != null && frame().statusText().startsWith("epoch 30"));
		final BufferedImage linear = frame().toImage();
		assertEquals(2 * frame().getContentPane().getWidth(), linear.getWidth());
		final JCheckBox box = (JCheckBox) find(frame(), "logarithmic");
		EventQueue.invokeAndWait(box::doClick);
		final BufferedImage logarithmic = frame().toImage();
		// half way along the x axis a curve that falls by halves is at the bottom, or half way down
		final int middle = linear.getWidth() / 2;
		assertTrue(lowest(linear, middle, 0x0072b2) > 0.75 * linear.getHeight());
		assertTrue(lowest(logarithmic, middle, 0x0072b2) < 0.7 * linear.getHeight());
	}

	@Test
	void imageJListsItAndASecondLearningTakesItsPlace() throws Exception {
		learn(1, 0.5, 0.4);
		await(() -> frame() != null);
		final CurveFrame first = frame();
		progress.done();
		progress = new CurveProgress("cells.tif", Progress.NONE, problem -> {});
		learn(1, 0.6, 0.6);
		await(() -> frame() != first && frame() != null);
		assertFalse(first.isDisplayable());
		final CurveFrame second = frame();
		final CurveProgress other = new CurveProgress("cells.tif", Progress.NONE, problem -> {});
		other.point(VALIDATION, 1, 1);
		Mouse.sync();
		assertTrue(second.isDisplayable(), "what still learns keeps its window");
		assertNotSame(first, second);
		progress.done();
		other.done();
	}

	@Test
	void theFocusStaysWhereItIs() throws Exception {
		assumeTrue(Toolkit.getDefaultToolkit().isFrameStateSupported(Frame.MAXIMIZED_BOTH), "needs a window manager");
		final JFrame writing = new JFrame("macro");
		final JTextField text = new JTextField(20);
		EventQueue.invokeAndWait(() -> {
			writing.add(text);
			writing.pack();
			writing.setVisible(true);
			writing.toFront();
			text.requestFocus();
		});
		try {
			await(text::isFocusOwner);
			learn(1, 0.5, 0.4);
			await(() -> frame() != null && frame().isShowing());
			sleep(500);
			assertSame(text, KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
		}
		finally {
			EventQueue.invokeAndWait(writing::dispose);
		}
	}

	@Test
	void batchModeShowsNothing() throws Exception {
		Interpreter.batchMode = true;
		try {
			progress = new CurveProgress("cells.tif", Progress.NONE, problem -> {});
			learn(1, 0.5, 0.4);
			Mouse.sync();
			assertNull(frame());
		}
		finally {
			Interpreter.batchMode = false;
		}
	}

	// -- Helper methods --

	private void learn(final int epoch, final double training, final double validation) {
		progress.point(TRAINING, epoch, training);
		progress.point(VALIDATION, epoch, validation);
	}

	private static CurveFrame frame() {
		return (CurveFrame) WindowManager.getFrame(TITLE);
	}

	private static JButton stop() {
		return (JButton) find(frame(), "stop");
	}

	private static Component find(final Container container, final String name) {
		for (final Component component : container.getComponents()) {
			if (name.equals(component.getName())) return component;
			final Component inside = component instanceof Container c ? find(c, name) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	private static int inkOf(final int rgb) {
		final BufferedImage image = frame().toImage();
		int count = 0;
		for (int x = 0; x < image.getWidth(); x++) {
			for (int y = 0; y < image.getHeight(); y++) if ((image.getRGB(x, y) & 0xffffff) == rgb) count++;
		}
		return count;
	}

	/** The lowest pixel of a colour in a column of pixels, or -1. */
	private static int lowest(final BufferedImage image, final int x, final int rgb) {
		for (int y = image.getHeight() - 1; y >= 0; y--) if ((image.getRGB(x, y) & 0xffffff) == rgb) return y;
		return -1;
	}

	private static void await(final BooleanSupplier condition) throws Exception {
		final long end = System.nanoTime() + 20_000_000_000L;
		while (!condition.getAsBoolean() && System.nanoTime() < end) {
			Thread.sleep(20);
			Mouse.sync();
		}
		assertTrue(condition.getAsBoolean(), () -> frame() == null ? "no window" : frame().statusText());
	}

	private static void sleep(final long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
