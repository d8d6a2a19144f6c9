package sc.fiji.standout.view;

import java.util.Arrays;

import sc.fiji.standout.study.Reconstructions;

/** Which reconstructions come first. */
public enum ReconstructionOrder {

		WORST_FIRST("Worst first", "worst first"), //
		ITEMS("Items", "in their own order");

	private final String name;
	private final String said;

	ReconstructionOrder(final String name, final String said) {
		this.name = name;
		this.said = said;
	}

	/** @throws IllegalArgumentException in one sentence, when there is no order of this name */
	public static ReconstructionOrder parse(final String name) {
		for (final ReconstructionOrder order : values()) if (order.name.equals(name)) return order;
		throw new IllegalArgumentException("order=" + name + " does not exist; it must be one of " + String.join(", ", Arrays
			.stream(values()).map(ReconstructionOrder::toString).toList()) + ".");
	}

	/** The name by which a macro asks for it. */
	@Override
	public String toString() {
		return name;
	}

	/** In a sentence about the items. */
	String said() {
		return said;
	}

	/** @param items in their own order */
	int[] of(final int[] items, final Reconstructions reconstructions) {
		return this == ITEMS ? items : Shown.worstFirst(items, reconstructions.badness());
	}
}
