package sc.fiji.standout.view;

import java.awt.geom.Path2D;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntSupplier;

import sc.fiji.standout.study.Study;

/**
 * Prints how long a redraw of 100,000 points and a lasso over them take, as the median of many runs after warming up;
 * beside the time on the clock that of the processor, which other programs on the machine disturb less.
 * Argument: how many points.
 */
final class ScatterPlotBenchmark {

	private ScatterPlotBenchmark() {}

	public static void main(final String[] args) {
		final int n = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
		final Study study = SyntheticItems.study(n, 30);
		final PlotData data = PlotData.of(study, "embedding_x", "embedding_y", "cluster");
		final ScatterPlot.Picture picture = ScatterPlot.picture(data, null, "", "", 900, 640, 1);
		final Viewport view = picture.drawn().viewport();
		System.out.println(n + " points in 900 x 640 pixels, " + Runtime.getRuntime().availableProcessors() + " cores");
		measure("redraw, all of it", () -> ScatterPlot.picture(data, null, "", "", 900, 640, 1).image().getRGB(450, 320));
		measure("redraw, zoomed in to a quarter", () -> ScatterPlot.picture(data, DataRange.of(data).zoomed(0.25, 0, 0), "",
			"", 900, 640, 1).image().getRGB(450, 320));
		measure("the points alone", () -> {
			PointPainter.paint(new PixelLayer(view, 1), data);
			return 0;
		});
		final BitSet tenth = new BitSet();
		for (int i = 0; i < n; i += 10) tenth.set(i);
		measure("highlight of every tenth", () -> {
			PointPainter.paintPicked(new PixelLayer(view, 1), data, tenth);
			return 0;
		});
		for (final int corners : new int[] { 50, 200, 1000 }) {
			final Path2D path = star(view, corners);
			measure("lasso of " + corners + " corners", () -> Picker.inside(data, view, new Lasso(path)).length);
			if (corners != 200) continue;
			measure("  the same by Path2D.contains", () -> Picker.inside(data, view, path::contains).length);
		}
		measure("nearest point", () -> Picker.nearest(data, view, 400, 300));
		measure("columns and colors", () -> PlotData.of(study, "embedding_x", "embedding_y", "cluster").size());
	}

	/** A star over most of the plot, so that many points are near its border. */
	private static Path2D star(final Viewport view, final int corners) {
		final Path2D path = new Path2D.Double();
		for (int c = 0; c < corners; c++) {
			final double radius = view.height() * (0.3 + 0.15 * (c % 2));
			final double x = Math.rint(view.left() + view.width() / 2 + radius * Math.cos(2 * Math.PI * c / corners));
			final double y = Math.rint(view.top() + view.height() / 2 + radius * Math.sin(2 * Math.PI * c / corners));
			if (c == 0) path.moveTo(x, y);
			else path.lineTo(x, y);
		}
		path.closePath();
		return path;
	}

	private static void measure(final String what, final IntSupplier work) {
		int result = 0;
		for (int i = 0; i < 40; i++) result += work.getAsInt();
		final double[] clock = new double[41];
		final double[] processor = new double[41];
		final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		for (int i = 0; i < clock.length; i++) {
			final long start = System.nanoTime();
			final long busy = threads.getCurrentThreadCpuTime();
			result += work.getAsInt();
			processor[i] = (threads.getCurrentThreadCpuTime() - busy) / 1e6;
			clock[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(clock);
		Arrays.sort(processor);
		System.out.printf("%-34s median %7.2f ms (processor %7.2f), best %7.2f (%7.2f), result %d%n", what, clock[20],
			processor[20], clock[0], processor[0], result);
	}
}
