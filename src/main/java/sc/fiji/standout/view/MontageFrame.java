package sc.fiji.standout.view;

import sc.fiji.standout.study.Study;

/** A window with the outliers' images side by side, worst first, linked with all that shows the same selection. */
public final class MontageFrame extends TilesFrame {

	private static final long serialVersionUID = 1L;
	private static final OpenFrames<MontageFrame> OPEN = new OpenFrames<>();

	/**
	 * Opens the montage of a study, or brings the one that is open to the front. Where no outliers were looked for yet,
	 * or none were found, the window says so. May be called on any thread.
	 *
	 * @param title of the window, such as the image's title
	 * @throws java.awt.HeadlessException where there is no display
	 */
	public static MontageFrame show(final String title, final Study study) {
		return OpenFrames.onEventThread(() -> {
			MontageFrame frame = OPEN.get(study);
			if (frame == null) {
				frame = new MontageFrame(title, study);
				OPEN.put(study, frame);
				frame.open(false);
			}
			else {
				frame.setTitle(windowTitle(title));
				frame.studyChanged();
				frame.toFront();
			}
			return frame;
		});
	}

	/** Closes the montage of a study, if there is one. May be called on any thread. */
	public static void closeAll(final Study study) {
		OPEN.close(study);
	}

	private MontageFrame(final String title, final Study study) {
		super(windowTitle(title), study, new ItemPictures(study.items()), Shown.OUTLIERS);
	}

	@Override
	int[] items(final Shown choice) {
		return choice.items(study());
	}

	@Override
	String whyNone(final Shown choice) {
		return choice.whyNone(study());
	}

	@Override
	Captions captions() {
		return Captions.of(study());
	}

	@Override
	String order() {
		return "worst first";
	}

	private static String windowTitle(final String title) {
		return "Montage of " + title;
	}
}
