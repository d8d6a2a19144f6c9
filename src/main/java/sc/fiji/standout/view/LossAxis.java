package sc.fiji.standout.view;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/** A logarithmic axis whose numbers are round: such as 1, 2 and 5 times the powers of ten, or what fits the range. */
final class LossAxis extends LogAxis {

	private static final long serialVersionUID = 1L;
	private static final int MOST_TICKS = 12;
	/** From coarse to fine, times the powers of ten. */
	private static final double[][] MANTISSAS = { { 1 }, { 1, 2, 5 }, { 1, 1.5, 2, 3, 4, 5, 7 } };
	private static final int ENOUGH_TICKS = 5;
	private static final int FEWEST_TICKS = 3;

	LossAxis(final String name) {
		super(name);
	}

	/** Round numbers inside a range of positive numbers. */
	static double[] ticks(final double lower, final double upper) {
		double[] ticks = {};
		for (final double[] mantissas : MANTISSAS) {
			final double[] finer = steps(lower, upper, mantissas);
			if (ticks.length >= ENOUGH_TICKS || ticks.length >= FEWEST_TICKS && finer.length > MOST_TICKS) break;
			ticks = finer;
		}
		if (ticks.length >= FEWEST_TICKS) return ticks;
		final TickUnitSource units = NumberAxis.createStandardTickUnits();
		final double unit = units.getCeilingTickUnit((upper - lower) / 8).getSize();
		final List<Double> even = new ArrayList<>();
		for (double k = Math.ceil(lower / unit); k * unit <= upper; k++) even.add(k * unit);
		return even.stream().mapToDouble(d -> d).toArray();
	}

	@Override
	protected List<NumberTick> refreshTicksVertical(final Graphics2D graphics, final Rectangle2D dataArea,
		final RectangleEdge edge)
	{
		final Range range = getRange();
		final List<NumberTick> ticks = new ArrayList<>();
		for (final double value : ticks(range.getLowerBound(), range.getUpperBound())) {
			ticks.add(new NumberTick(value, text(value), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
		}
		return ticks;
	}

	// -- Helper methods --

	private static double[] steps(final double lower, final double upper, final double... mantissas) {
		final List<Double> ticks = new ArrayList<>();
		for (int power = (int) Math.floor(Math.log10(lower)); power <= Math.ceil(Math.log10(upper)); power++) {
			for (final double mantissa : mantissas) {
				// read from its decimal text: 5 times 0.001 is not always 0.005
				final double value = Double.parseDouble(mantissa + "e" + power);
				if (value >= lower && value <= upper) ticks.add(value);
			}
		}
		return ticks.stream().mapToDouble(d -> d).toArray();
	}

	private static String text(final double value) {
		final double rounded = new java.math.BigDecimal(value).round(new java.math.MathContext(6)).doubleValue();
		if (rounded < 0.0001 || rounded >= 1_000_000) return Double.toString(rounded).replace(".0E", "E");
		return new java.math.BigDecimal(Double.toString(rounded)).stripTrailingZeros().toPlainString();
	}
}
