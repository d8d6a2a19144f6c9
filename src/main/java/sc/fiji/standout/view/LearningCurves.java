package sc.fiji.standout.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Curves that grow while a model learns, and how far its learning is. May be used on any thread. */
final class LearningCurves {

	enum Phase {
			LEARNING, STOPPING, DONE, UNFINISHED
	}

	/**
	 * One curve at one moment.
	 *
	 * @param x ascending, such as epochs
	 * @param y as many; may hold NaN and infinities
	 */
	record Curve(String name, double[] x, double[] y) {

		int size() {
			return x.length;
		}
	}

	/** The lowest point of the curve that the user wants to be low, its number from 0 among all curves. */
	record Best(int curve, double x, double y) {}

	private static final String VALIDATION = "Validation";

	private final Map<String, Points> points = new LinkedHashMap<>();
	private Phase phase = Phase.LEARNING;
	private Runnable changed = () -> {};

	private static final class Points {

		private double[] x = new double[64];
		private double[] y = new double[64];
		private int size;

		void add(final double newX, final double newY) {
			if (size == x.length) {
				x = Arrays.copyOf(x, 2 * size);
				y = Arrays.copyOf(y, 2 * size);
			}
			x[size] = newX;
			y[size++] = newY;
		}
	}

	/** @param listener told of every change on the thread that made it; must be quick */
	synchronized void setListener(final Runnable listener) {
		changed = listener;
	}

	void add(final String curve, final double x, final double y) {
		change(() -> points.computeIfAbsent(curve, name -> new Points()).add(x, y));
	}

	/** The user has seen enough. */
	void stop() {
		change(() -> {
			if (phase == Phase.LEARNING) phase = Phase.STOPPING;
		});
	}

	/** Learning has ended; only the first call counts. */
	void end(final boolean finished) {
		change(() -> {
			if (!isEnded()) phase = finished ? Phase.DONE : Phase.UNFINISHED;
		});
	}

	synchronized Phase phase() {
		return phase;
	}

	synchronized boolean isEnded() {
		return phase == Phase.DONE || phase == Phase.UNFINISHED;
	}

	/** All curves so far, in the order in which they began. */
	synchronized List<Curve> curves() {
		final List<Curve> curves = new ArrayList<>();
		points.forEach((name, p) -> curves.add(new Curve(name, Arrays.copyOf(p.x, p.size), Arrays.copyOf(p.y, p.size))));
		return curves;
	}

	/** The lowest validation loss, or the lowest point of the first curve where nothing is validated; null before. */
	static Best best(final List<Curve> curves) {
		int chosen = 0;
		for (int c = curves.size() - 1; c >= 0; c--) if (curves.get(c).name().startsWith(VALIDATION)) chosen = c;
		Best best = null;
		for (int i = 0; !curves.isEmpty() && i < curves.get(chosen).size(); i++) {
			final double y = curves.get(chosen).y()[i];
			if (Double.isFinite(y) && (best == null || y < best.y())) best = new Best(chosen, curves.get(chosen).x()[i], y);
		}
		return best;
	}

	/** Such as "done: best epoch 12, validation loss 0.0123". */
	static String status(final Phase phase, final List<Curve> curves) {
		final Best best = best(curves);
		final String found = best == null ? "" : "best epoch " + whole(best.x()) + ", " + curves.get(best.curve()).name()
			.toLowerCase(Locale.ROOT) + " " + Captions.precise(best.y());
		return switch (phase) {
			case LEARNING -> "epoch " + last(curves) + (found.isEmpty() ? "" : "; " + found + " so far");
			case STOPPING -> "stopping\u2026" + (found.isEmpty() ? "" : "; " + found);
			case DONE -> "done" + (found.isEmpty() ? "" : ": " + found);
			case UNFINISHED -> "canceled after epoch " + last(curves) + (found.isEmpty() ? "" : "; " + found);
		};
	}

	static String whole(final double x) {
		return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
	}

	// -- Helper methods --

	private static String last(final List<Curve> curves) {
		double last = 0;
		for (final Curve curve : curves) last = Math.max(last, curve.x()[curve.size() - 1]);
		return whole(last);
	}

	private void change(final Runnable step) {
		final Runnable listener;
		synchronized (this) {
			step.run();
			listener = changed;
		}
		listener.run();
	}
}
