package sc.fiji.standout.feature.deep.autoencoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.embedding.CancelAt;
import sc.fiji.standout.matrix.Progress;

/** What an engine throws while it starts on a thread of its own reaches the command as it is. */
class EngineStartTest {

	@Test
	void errorsComeAsTheyAre() {
		final Error otherVersion = new NoSuchMethodError("'void ai.djl.pytorch.jni.JniUtils.some()'");
		assertSame(otherVersion, assertThrows(NoSuchMethodError.class, () -> EngineStart.await(() -> {
			throw otherVersion;
		}, Progress.NONE)));
		final RuntimeException notInstalled = new IllegalStateException("PyTorch is not installed.");
		assertSame(notInstalled, assertThrows(IllegalStateException.class, () -> EngineStart.await(() -> {
			throw notInstalled;
		}, Progress.NONE)));
		assertTrue(assertThrows(IllegalStateException.class, () -> EngineStart.await(() -> {
			throw new IOException("full");
		}, Progress.NONE)).getMessage().startsWith("PyTorch does not start ("));
	}

	@Test
	void waitsAndCanBeCanceled() {
		assertEquals("engine", EngineStart.await(() -> {
			Thread.sleep(150);
			return "engine";
		}, Progress.NONE));
		final CountDownLatch never = new CountDownLatch(1);
		assertThrows(CancellationException.class, () -> EngineStart.await(() -> {
			never.await();
			return "engine";
		}, new CancelAt(0)));
		never.countDown();
	}
}
