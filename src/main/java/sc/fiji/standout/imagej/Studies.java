package sc.fiji.standout.imagej;

import ij.ImagePlus;

import sc.fiji.standout.study.Study;

/**
 * Keeps the study of an image with the image itself, so that it lives as long as the image. ImageJ neither saves nor
 * duplicates such a property.
 */
public final class Studies {

	private static final String PROPERTY = "standout.study";

	private Studies() {}

	/** The study of an image, or null. */
	public static Study of(final ImagePlus image) {
		return image != null && image.getProperty(PROPERTY) instanceof Study study ? study : null;
	}

	/** @throws IllegalArgumentException when there is no image, or when it has no study yet */
	public static Study require(final ImagePlus image) {
		final Study study = of(Images.require(image));
		if (study == null) throw new IllegalArgumentException("The image '" + image.getTitle() +
			"' has not been analysed yet; run a features command such as 'Texture Features...' first.");
		return study;
	}

	/** Replaces the study of an image. */
	public static void put(final ImagePlus image, final Study study) {
		image.setProperty(PROPERTY, study);
	}
}
