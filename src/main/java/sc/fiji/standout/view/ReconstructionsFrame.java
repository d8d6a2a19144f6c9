package sc.fiji.standout.view;

import java.awt.Dimension;
import java.util.Arrays;

import javax.swing.JComboBox;

import sc.fiji.standout.study.Reconstructions;
import sc.fiji.standout.study.Study;

/**
 * A window with items, what the model of their features gives back, and the difference, side by side, linked with all
 * that shows the same selection.
 */
public final class ReconstructionsFrame extends TilesFrame {

	private static final long serialVersionUID = 1L;
	private static final OpenFrames<ReconstructionsFrame> OPEN = new OpenFrames<>();

	private final JComboBox<ReconstructionOrder> order = new JComboBox<>(ReconstructionOrder.values());
	private transient Reconstructions reconstructions;
	private int most;

	/**
	 * Opens the reconstructions of a study, or brings those that are open to the front. May be called on any thread.
	 *
	 * @param title of the window, such as the image's title
	 * @param most how many items are shown at most, at least 1
	 * @throws IllegalStateException when the features of the study give no items back
	 * @throws java.awt.HeadlessException where there is no display
	 */
	public static ReconstructionsFrame show(final String title, final Study study, final ReconstructionOrder order,
		final int most)
	{
		TileSheet.check(1, most);
		final Reconstructions made = Reconstructions.of(study);
		return OpenFrames.onEventThread(() -> {
			ReconstructionsFrame frame = OPEN.get(study);
			if (frame == null) {
				frame = new ReconstructionsFrame(title, study, made, order, most);
				OPEN.put(study, frame);
				frame.open(false);
			}
			else {
				frame.setTitle(windowTitle(title));
				frame.most = most;
				frame.order.setSelectedItem(order);
				frame.studyChanged();
				frame.toFront();
			}
			return frame;
		});
	}

	/** Closes the reconstructions of a study, if they are open. May be called on any thread. */
	public static void closeAll(final Study study) {
		OPEN.close(study);
	}

	private ReconstructionsFrame(final String title, final Study study, final Reconstructions made,
		final ReconstructionOrder firstOrder, final int most)
	{
		super(windowTitle(title), study, new ReconstructionPictures(made), Shown.ALL);
		reconstructions = made;
		this.most = most;
		order.setName("order");
		order.setFocusable(false);
		order.setMaximumSize(new Dimension(140, 40));
		order.setSelectedItem(firstOrder);
		order.addActionListener(e -> refresh());
		addControl("Order", order);
	}

	@Override
	void studyChanged() {
		// such as after other features were made; what is said then is whyNone
		final Reconstructions now = Reconstructions.whyNone(study()) == null ? Reconstructions.of(study()) : null;
		if (now != null && !now.looksLike(reconstructions)) panel().setPictures(new ReconstructionPictures(now));
		reconstructions = now;
		super.studyChanged();
	}

	@Override
	int[] items(final Shown choice) {
		if (reconstructions == null) return new int[0];
		final int[] items = chosenOrder().of(choice.inOrder(study()), reconstructions);
		return Arrays.copyOf(items, Math.min(most, items.length));
	}

	@Override
	String whyNone(final Shown choice) {
		return reconstructions == null ? Reconstructions.whyNone(study()) : choice.whyNone(study());
	}

	@Override
	Captions captions() {
		return reconstructions == null ? Captions.of(study()) : ReconstructionMontage.captions(study(), reconstructions);
	}

	@Override
	String order() {
		return chosenOrder().said();
	}

	private ReconstructionOrder chosenOrder() {
		return (ReconstructionOrder) order.getSelectedItem();
	}

	private static String windowTitle(final String title) {
		return "Reconstructions of " + title;
	}
}
