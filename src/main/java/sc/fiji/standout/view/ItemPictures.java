package sc.fiji.standout.view;

import java.awt.image.BufferedImage;

import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;

/** The items themselves, all in one contrast. */
final class ItemPictures implements Pictures {

	private final Items items;
	private Contrast contrast;

	ItemPictures(final Items items) {
		this.items = items;
	}

	@Override
	public BufferedImage picture(final int item, final int side) {
		return Thumbnail.of(Pixels.read(items, item), contrast(), side);
	}

	private synchronized Contrast contrast() {
		if (contrast == null) contrast = Contrast.of(items);
		return contrast;
	}
}
