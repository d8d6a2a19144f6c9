package sc.fiji.standout.feature.deep;

import java.util.List;

/**
 * What must be known of a network to use it for features: the content of the small JSON file beside it, the same for the
 * models that come with the plugin and for the user's own. {@link DescriptionFile} reads it.
 *
 * @param name such as "MobileNetV2"
 * @param file name of the model file, .onnx or .pt
 * @param source where it comes from
 * @param input what it takes
 * @param output the tensor with the features: its name, or for TorchScript models its number, from 0, or name; "" lets
 *          {@link FeatureLayer} choose
 */
public record ModelDescription(String name, String file, Source source, Input input, String output) {

	/**
	 * Where a model comes from.
	 *
	 * @param origin in words, such as who has trained it on what
	 * @param url where it can be downloaded, or ""
	 * @param bytes size of the file, or 0 where it is not known
	 * @param licence such as "Apache-2.0", or ""
	 * @param sha256 64 hexadecimal digits in lower case, or "" where it is not known
	 */
	public record Source(String origin, String url, long bytes, String licence, String sha256) {

		static final Source UNKNOWN = new Source("", "", 0, "", "");
	}

	/** How an image that is not square is brought to the size of the input. */
	public enum Fit {
		/** The shorter side is scaled to {@code resize} pixels, and the middle is cut out. */
		CROP,
		/** Each side is scaled by itself. */
		STRETCH
	}

	/** The order of the colours in the input; grey takes their luminance. */
	public enum Channels {
		RGB, BGR, GREY;

		int count() {
			return this == GREY ? 1 : 3;
		}
	}

	/** The order of the axes of the input: images, channels, rows, columns; or channels last. */
	public enum Layout {
		NCHW, NHWC
	}

	/**
	 * What a network takes. A value from 0 to 255 becomes {@code (value / divisor - mean) / std}.
	 *
	 * @param name of the tensor, or "" for the model's only one
	 * @param width in pixels
	 * @param height in pixels
	 * @param fit how other sizes are brought to this one
	 * @param resize the shorter side before the middle is cut out, at least width and height; 0 for {@link Fit#STRETCH}
	 * @param channels order of the colours
	 * @param layout order of the axes
	 * @param divisor of all values, such as 255 or 127.5
	 * @param mean of each channel, in the order of the channels, taken off after the division
	 * @param std of each channel, in the order of the channels
	 */
	public record Input(String name, int width, int height, Fit fit, int resize, Channels channels, Layout layout,
		double divisor, List<Double> mean, List<Double> std)
	{

		public Input {
			mean = List.copyOf(mean);
			std = List.copyOf(std);
		}

		/** How many numbers one image has. */
		int length() {
			return width * height * channels.count();
		}

		/** The axes of {@code count} images. */
		long[] shape(final int count) {
			return layout == Layout.NCHW ? new long[] { count, channels.count(), height, width } : new long[] { count, height,
				width, channels.count() };
		}
	}
}
