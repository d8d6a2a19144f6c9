package sc.fiji.standout.feature.deep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Assumptions;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** The weights beside the checkout, and ONNX Runtime without anything of ours; a test without its weights is skipped. */
final class SharedModels {

	private SharedModels() {}

	static Path path(final String name) {
		final Path path = Path.of("../shared/data/models", name);
		Assumptions.assumeTrue(Files.exists(path), "missing: " + path);
		return path;
	}

	/** Numbers from -1 to 1 in a direct buffer. */
	static ByteBuffer noise(final int count) {
		final ByteBuffer buffer = ByteBuffer.allocateDirect(4 * count).order(ByteOrder.nativeOrder());
		final Random random = new Random(7);
		for (int i = 0; i < count; i++) buffer.putFloat(4 * i, random.nextFloat() * 2 - 1);
		return buffer;
	}

	/** One output of a model by ONNX Runtime itself. */
	static float[] raw(final Path model, final ByteBuffer images, final long[] shape, final String output)
		throws OrtException, IOException
	{
		// DJL must be the one to make the environment
		Engines.onnxRuntime();
		final OrtEnvironment environment = OrtEnvironment.getEnvironment();
		final FloatBuffer floats = images.duplicate().order(ByteOrder.nativeOrder()).asFloatBuffer();
		long length = 1;
		for (final long size : shape) length *= size;
		try (OrtSession session = environment.createSession(model.toString());
				OnnxTensor tensor = OnnxTensor.createTensor(environment, floats.slice(0, (int) length), shape);
				OrtSession.Result result = session.run(Map.of(session.getInputNames().iterator().next(), tensor)))
		{
			final FloatBuffer values = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
			final float[] copy = new float[values.remaining()];
			values.get(copy);
			return copy;
		}
	}
}
