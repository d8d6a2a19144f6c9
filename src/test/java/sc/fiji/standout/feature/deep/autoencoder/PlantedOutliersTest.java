package sc.fiji.standout.feature.deep.autoencoder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import sc.fiji.standout.feature.Features;
import sc.fiji.standout.feature.TestItems;
import sc.fiji.standout.item.ArrayItems;
import sc.fiji.standout.item.Items;
import sc.fiji.standout.item.Pixels;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;

/** The corrected score finds what is planted, where the plain error takes it for ordinary. */
class PlantedOutliersTest {

	@Test
	void smoothImagesAmongRoughOnes() {
		final int n = 125;
		final boolean[] planted = new boolean[n];
		for (int i = 12; i < n; i += 25) planted[i] = true;
		final Items items = TestItems.paint(n, 12, 12, 1, 255, (i, x, y, c) -> {
			final Random random = new Random((i * 144L + 12 * y + x) * 7919);
			final boolean object = Math.hypot(x - 5.5, y - 5.5) < 4;
			// Rough discs on a dark ground, and among them smooth bright squares, which are easy to reproduce
			if (planted[i]) return x > 1 && x < 10 && y > 1 && y < 10 ? 150 : 0;
			return object ? 60 + 180 * random.nextDouble() : 0;
		});
		final Features features = new AutoencoderFeaturizer().features(items, Settings.of("code", 32, "epochs", 10),
			Progress.NONE);
		final double plain = AutoencoderQuality.auc(features.measured().column(0), planted);
		final double corrected = AutoencoderQuality.auc(features.measured().column(1), planted);
		assertTrue(corrected >= 0.9, "corrected " + corrected + ", plain " + plain);
		assertTrue(corrected >= plain, "corrected " + corrected + ", plain " + plain);
	}

	@Test
	void shirtsAmongSandals() {
		final Items all = TestItems.shared("fashion_sandals_1pct_tshirts.tif");
		final List<Pixels> images = new ArrayList<>();
		final List<Boolean> kinds = new ArrayList<>();
		int sandals = 0;
		int shirts = 0;
		for (int i = 0; i < all.size(); i++) {
			final boolean sandal = all.label(i).equals("Sandal");
			if (sandal ? sandals++ >= 500 : shirts++ >= 10) continue;
			images.add(Pixels.read(all, i));
			kinds.add(!sandal);
		}
		final boolean[] planted = new boolean[kinds.size()];
		for (int i = 0; i < planted.length; i++) planted[i] = kinds.get(i);
		final Features features = new AutoencoderFeaturizer().features(ArrayItems.of(images), Settings.of("epochs", 3, "size",
			16), Progress.NONE);
		final double corrected = AutoencoderQuality.auc(features.measured().column(1), planted);
		assertTrue(corrected >= 0.9, "corrected " + corrected);
	}
}
