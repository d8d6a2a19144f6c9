package sc.fiji.standout.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.scijava.plugin.Parameter;

import ij.IJ;
import ij.ImagePlus;
import sc.fiji.standout.feature.Note;
import sc.fiji.standout.imagej.Images;
import sc.fiji.standout.imagej.Studies;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Study;

/** A command on {@code image=[title]}, or else on the active image. */
public abstract class ImageCommand extends StandoutCommand {

	@Parameter(required = false, persist = false, label = "Image", description = "The image; the active one if not given")
	private ImagePlus image;

	private final List<Note> notes = new ArrayList<>();

	/** The image to work on. Without a display, an image that does not exist comes as one without pixels. */
	protected final ImagePlus image() {
		return image == null || image.getWidth() == 0 ? Images.find("") : image;
	}

	/** What is known about the image's items. */
	protected final Study study() {
		return Studies.require(image());
	}

	/** Something about this run, to be told when its results are there, with what the features say. */
	protected final void note(final Note note) {
		notes.add(note);
	}

	/**
	 * Gives the image the results of a finished study. What is open about the same slices shows the new results; what is
	 * about other items is closed.
	 *
	 * @return the study that the image has now
	 */
	protected final Study attach(final ImagePlus target, final Study finished) {
		requireOpen(target);
		final Study before = Studies.of(target);
		final boolean same = before != null && before.hasSameSlices(finished);
		if (same) before.takeResults(finished);
		else {
			if (before != null) Windows.close(before);
			Studies.put(target, finished);
			Windows.link(target, finished);
		}
		say(finished.summary() + "; features: " + finished.features().kind() + tell(notes) + tell(finished.features()
			.notes()));
		return same ? before : finished;
	}

	/**
	 * Opens the Log window only for what must be seen; without a display, all is printed.
	 *
	 * @return the rest, for the status bar
	 */
	private static String tell(final List<Note> notes) {
		final StringBuilder rest = new StringBuilder();
		for (final Note note : notes) {
			if (note.warning() || IJ.getInstance() == null) IJ.log(note.text());
			else rest.append("; ").append(note.text());
		}
		return rest.toString();
	}

	/** Does one step on the study of the image, as long as the image is there. */
	protected final void step(final Progress progress, final BiConsumer<Study, Progress> step) {
		final ImagePlus target = image();
		final Study study = Studies.require(target);
		step.accept(study, whileOpen(target, progress));
		requireOpen(target);
		say(study.summary());
	}

	/** A progress that ends the work soon after the user has closed the image. */
	protected final Progress whileOpen(final ImagePlus target, final Progress progress) {
		return new Progress() {

			@Override
			public void report(final double fraction) {
				progress.report(fraction);
			}

			@Override
			public boolean isCanceled() {
				requireOpen(target);
				return progress.isCanceled();
			}

			@Override
			public void message(final String text) {
				progress.message(text);
			}

			@Override
			public void point(final String curve, final double x, final double y) {
				progress.point(curve, x, y);
			}

			@Override
			public boolean isEnough() {
				return progress.isEnough();
			}
		};
	}

	/** A closed image has no pixels any more. */
	private void requireOpen(final ImagePlus target) {
		if (!target.isProcessor()) throw new IllegalStateException("The image '" + target.getTitle() +
			"' was closed while '" + label() + "' ran; open it again and repeat the step.");
	}
}
