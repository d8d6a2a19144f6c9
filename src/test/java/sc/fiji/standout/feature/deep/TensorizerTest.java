package sc.fiji.standout.feature.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.nio.FloatBuffer;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.feature.Survey;
import sc.fiji.standout.feature.deep.ModelDescription.Input;
import sc.fiji.standout.feature.deep.Tensorizer.Scaling;
import sc.fiji.standout.item.Pixels;

/** Preprocessing against values computed by hand. */
class TensorizerTest {

	private static final int[] RGB = { 0, 1, 2 };
	private static final int[] GREY = { 0, 0, 0 };

	private static Input input(final String json) {
		return DescriptionFile.parse(new StringReader(json), "It", "model").input();
	}

	private static Survey survey(final int channels, final boolean rgb, final double low, final double high) {
		final double[] lows = new double[channels];
		final double[] highs = new double[channels];
		java.util.Arrays.fill(lows, low);
		java.util.Arrays.fill(highs, high);
		return new Survey(3, 4, 4, true, channels, rgb, lows, highs);
	}

	private static float[] write(final Input input, final Survey survey, final int[] sources, final Scaling scaling,
		final Pixels pixels)
	{
		final FloatBuffer target = FloatBuffer.allocate(input.length() + 2);
		new Tensorizer(input, survey, sources, scaling).write(pixels, target, 1);
		assertEquals(0, target.get(0));
		assertEquals(0, target.get(input.length() + 1));
		final float[] values = new float[input.length()];
		target.get(1, values);
		return values;
	}

	private static Pixels pixels(final int width, final int height, final int channels, final double maximum,
		final float... values)
	{
		return new Pixels(width, height, channels, values, null, maximum);
	}

	@Test
	void normalisesAsMobileNetAndPyTorchDo() {
		final Survey survey = survey(3, true, 0, 255);
		final Pixels item = pixels(1, 1, 3, 255, 255, 0, 51);
		final Input google = input("{ width: 1, height: 1, resize: 1, divisor: 127.5, mean: 1, std: 1 }");
		assertArrayEquals(new float[] { 1, -1, -0.6f }, write(google, survey, RGB, Scaling.STACK, item), 0);
		final Input torch = input("{ width: 1, height: 1, resize: 1 }");
		assertArrayEquals(new float[] { (float) ((1 - 0.485) / 0.229), (float) (-0.456 / 0.224), (float) ((0.2 - 0.406) /
			0.225) }, write(torch, survey, RGB, Scaling.STACK, item), 1e-6f);
	}

	@Test
	void ordersChannelsAndAxes() {
		final Survey survey = survey(3, true, 0, 255);
		final Pixels item = pixels(2, 1, 3, 255, 1, 2, 3, 4, 5, 6);
		final String size = "width: 2, height: 1, fit: 'stretch', divisor: 1, mean: 0, std: 1";
		assertArrayEquals(new float[] { 1, 2, 3, 4, 5, 6 }, write(input("{" + size + "}"), survey, RGB, Scaling.STACK, item));
		assertArrayEquals(new float[] { 5, 6, 3, 4, 1, 2 }, write(input("{" + size + ", channels: 'BGR' }"), survey, RGB,
			Scaling.STACK, item));
		assertArrayEquals(new float[] { 1, 3, 5, 2, 4, 6 }, write(input("{" + size + ", layout: 'NHWC' }"), survey, RGB,
			Scaling.STACK, item));
		assertArrayEquals(new float[] { 0.299f * 1 + 0.587f * 3 + 0.114f * 5, 0.299f * 2 + 0.587f * 4 + 0.114f * 6 }, write(
			input("{" + size + ", channels: 'grey' }"), survey, RGB, Scaling.STACK, item), 1e-6f);
		// Means are in the order of the channels
		assertArrayEquals(new float[] { 4, 5, 1, 2, -2, -1 }, write(input(
			"{ width: 2, height: 1, fit: 'stretch', divisor: 1, mean: [1, 2, 3], std: 1, channels: 'BGR' }"), survey, RGB,
			Scaling.STACK, item));
	}

	@Test
	void repeatsGreyAndLeavesOutColours() {
		final Input raw = input("{ width: 1, height: 1, resize: 1, divisor: 1, mean: 0, std: 1 }");
		assertArrayEquals(new float[] { 7, 7, 7 }, write(raw, survey(1, false, 0, 255), GREY, Scaling.STACK, pixels(1, 1, 1,
			255, 7)));
		assertArrayEquals(new float[] { 8, 7, 0 }, write(raw, survey(2, false, 0, 255), new int[] { 1, 0, -1 }, Scaling.STACK,
			pixels(1, 1, 2, 255, 7, 8)));
	}

	@Test
	void cropsTheMiddleOfTheScaledImage() {
		// 4 x 2 scaled to 8 x 4 (bilinear), of which the middle 4 x 4 is taken: x from 2 to 5, at (x + 0.5) / 2 - 0.5
		final Pixels item = pixels(4, 2, 1, 255, 0, 40, 80, 120, 0, 40, 80, 120);
		final float[] row = { 30, 50, 70, 90 };
		final float[] values = write(input("{ width: 4, height: 4, resize: 4, divisor: 1, mean: 0, std: 1, channels: 'grey' }"),
			survey(1, false, 0, 255), GREY, Scaling.STACK, item);
		for (int y = 0; y < 4; y++) for (int x = 0; x < 4; x++) assertEquals(row[x], values[4 * y + x], 1e-4);
		// Shrunk by areas: 4 x 2 to 2 x 1
		assertArrayEquals(new float[] { 20, 100 }, write(input(
			"{ width: 2, height: 1, fit: 'stretch', divisor: 1, mean: 0, std: 1, channels: 'grey' }"), survey(1, false, 0, 255),
			GREY, Scaling.STACK, item), 1e-4f);
	}

	@Test
	void scalesMoreThanEightBits() {
		final Input raw = input("{ width: 5, height: 1, fit: 'stretch', divisor: 1, mean: 0, std: 1, channels: 'grey' }");
		final Pixels item = pixels(5, 1, 1, 65535, 0, 1000, 2000, 3000, 60000);
		assertArrayEquals(new float[] { 0, 0, 127.5f, 255, 255 }, write(raw, survey(1, false, 1000, 3000), GREY,
			Scaling.STACK, item), 1e-4f);
		// Between the 1st and the 99th percentile of 0, 1, 2, 3, 4: 0.04 and 3.96
		assertArrayEquals(new float[] { 0, 255 * 0.96f / 3.92f, 127.5f, 255 * 2.96f / 3.92f, 255 }, write(raw, survey(1,
			false, 1000, 3000), GREY, Scaling.IMAGE, pixels(5, 1, 1, 255, 0, 1, 2, 3, 4)), 1e-3f);
		assertArrayEquals(new float[] { 0, 0, 0, 0, 0 }, write(raw, survey(1, false, 0, 1), GREY, Scaling.IMAGE, pixels(5, 1,
			1, 65535, 9, 9, 9, 9, 9)));
	}

	@Test
	void fillsWhatIsOutsideWithTheMeanInside() {
		final Input raw = input("{ width: 4, height: 1, fit: 'stretch', divisor: 1, mean: 0, std: 1, channels: 'grey' }");
		final Pixels item = new Pixels(4, 1, 1, new float[] { 10, 20, 200, 255 }, new boolean[] { true, true, false, false },
			255);
		assertArrayEquals(new float[] { 10, 20, 15, 15 }, write(raw, survey(1, false, 0, 255), GREY, Scaling.STACK, item));
	}
}
