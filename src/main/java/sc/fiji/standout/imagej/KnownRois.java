package sc.fiji.standout.imagej;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import ij.gui.Roi;

/**
 * Knows items by their ROIs, wherever ImageJ shows copies of them. A ROI is known by its name, bounds and position, so
 * one that was moved or renamed is no item any more.
 */
final class KnownRois {

	private record Key(String name, Rectangle bounds, int position, int c, int z, int t) {

		static Key of(final Roi roi) {
			return new Key(roi.getName() == null ? "" : roi.getName(), roi.getBounds(), roi.getPosition(), roi.getCPosition(),
				roi.getZPosition(), roi.getTPosition());
		}
	}

	private final Map<Key, Integer> items = new HashMap<>();

	/** @param rois as ImageJ has them, one for each item */
	KnownRois(final Roi[] rois) {
		for (int i = 0; i < rois.length; i++) items.putIfAbsent(Key.of(rois[i]), i);
	}

	/** The item of a ROI, or -1. */
	int item(final Roi roi) {
		return items.getOrDefault(Key.of(roi), -1);
	}

	/** The item of each ROI, or -1. */
	int[] of(final Roi[] rois) {
		return Arrays.stream(rois).mapToInt(this::item).toArray();
	}
}
