package sc.fiji.standout.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

import sc.fiji.standout.study.Reconstructions;

/**
 * Items as a model sees them, as it gives them back, and how far these are apart: black where they are equal, white
 * where the difference is half of the range from black to white or more.
 */
final class ReconstructionPictures implements Pictures {

	private static final List<String> PARTS = List.of("Original", "Reconstruction", "Difference \u00d7 2");

	private final Reconstructions reconstructions;
	private Contrast contrast;

	ReconstructionPictures(final Reconstructions reconstructions) {
		this.reconstructions = reconstructions;
	}

	@Override
	public List<String> parts() {
		return PARTS;
	}

	@Override
	public BufferedImage picture(final int item, final int side) {
		final Reconstructions.Parts parts = reconstructions.read(item);
		final Contrast same = contrast();
		final BufferedImage picture = new BufferedImage(Pictures.width(PARTS.size(), side), side,
			BufferedImage.TYPE_INT_ARGB);
		final Graphics2D graphics = picture.createGraphics();
		graphics.drawImage(Thumbnail.of(parts.original(), same, side), 0, 0, null);
		graphics.drawImage(Thumbnail.of(parts.reconstruction(), same, side), side + GAP, 0, null);
		graphics.drawImage(Thumbnail.of(parts.difference(), same.ofDifferences(), side), 2 * (side + GAP), 0, null);
		graphics.dispose();
		return picture;
	}

	private synchronized Contrast contrast() {
		if (contrast == null) contrast = Contrast.of(reconstructions.size(), i -> reconstructions.read(i).original());
		return contrast;
	}
}
