package sc.fiji.standout.command;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;
import sc.fiji.standout.imagej.ImageLink;
import sc.fiji.standout.imagej.ItemsTable;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Column;
import sc.fiji.standout.study.Reconstructions;
import sc.fiji.standout.study.Study;
import sc.fiji.standout.view.CurveProgress;
import sc.fiji.standout.view.DendrogramFrame;
import sc.fiji.standout.view.DendrogramPlot;
import sc.fiji.standout.view.MontageFrame;
import sc.fiji.standout.view.PictureFile;
import sc.fiji.standout.view.ReconstructionOrder;
import sc.fiji.standout.view.ReconstructionsFrame;
import sc.fiji.standout.view.RoiManagerList;
import sc.fiji.standout.view.ScatterPlot;
import sc.fiji.standout.view.ScatterPlotFrame;

/** Shows the windows of a study; without a display there are none, and nothing is shown. */
final class Windows {

	private static final int PLOT_WIDTH = 900;
	private static final int PLOT_HEIGHT = 700;

	private Windows() {}

	/** Opens all of them, also when one cannot be opened; that is thrown afterwards. */
	static void open(final List<Runnable> windows) {
		Throwable first = null;
		for (final Runnable window : windows) {
			try {
				window.run();
			}
			catch (final RuntimeException | LinkageError e) {
				if (first == null) first = e;
				else first.addSuppressed(e);
			}
		}
		if (first instanceof RuntimeException problem) throw problem;
		if (first instanceof LinkageError problem) throw problem;
	}

	/** @param columns the two columns of the axes, separated by a space or comma; "" = the embedding */
	static void plot(final ImagePlus image, final Study study, final String color, final String columns) {
		if (GraphicsEnvironment.isHeadless()) return;
		final String[] axes = axes(study, columns);
		link(image, study);
		ScatterPlotFrame.show(image.getTitle(), study, axes[0], axes[1], color(study, color));
	}

	static void montage(final ImagePlus image, final Study study) {
		if (GraphicsEnvironment.isHeadless()) return;
		link(image, study);
		MontageFrame.show(image.getTitle(), study);
	}

	/** @param most how many items are shown at most */
	static void reconstructions(final ImagePlus image, final Study study, final ReconstructionOrder order,
		final int most)
	{
		// what cannot be shown is said without a display too
		Reconstructions.of(study);
		if (GraphicsEnvironment.isHeadless()) return;
		link(image, study);
		ReconstructionsFrame.show(image.getTitle(), study, order, most);
	}

	static void dendrogram(final ImagePlus image, final Study study) {
		if (GraphicsEnvironment.isHeadless()) {
			// says what is missing in both worlds
			DendrogramPlot.render(study, PLOT_WIDTH, PLOT_HEIGHT);
			return;
		}
		link(image, study);
		DendrogramFrame.show(image.getTitle(), study);
	}

	/** Writes the dendrogram as a picture. */
	static void saveDendrogram(final Study study, final String path) {
		save(DendrogramPlot.render(study, PLOT_WIDTH, PLOT_HEIGHT), path);
	}

	static void table(final ImagePlus image, final Study study) {
		ItemsTable.show(image, study);
	}

	/**
	 * A progress that shows the curves of whatever learns about the image; to be closed when the learning has ended, after
	 * {@link CurveProgress#done} if all went well.
	 */
	static CurveProgress curve(final ImagePlus image, final Progress progress) {
		return new CurveProgress(image.getTitle(), progress, problem -> IJ.log(Report.sentence(problem)));
	}

	/** Prints a table where no window can show it. */
	static void print(final List<Column> table) {
		if (IJ.getInstance() != null) return;
		IJ.log(String.join("\t", table.stream().map(Column::name).toList()));
		for (int i = 0; i < table.get(0).size(); i++) {
			final int row = i;
			IJ.log(String.join("\t", table.stream().map(cells -> cells.cell(row)).toList()));
		}
	}

	/** Links the items with the image, and closes the windows about them when the image is closed. */
	static void link(final ImagePlus image, final Study study) {
		final ImageLink link = ImageLink.of(image, study);
		link.whenClosed(() -> close(study));
		if (!GraphicsEnvironment.isHeadless()) RoiManagerList.join(link);
	}

	/** Closes what shows a study that is replaced. */
	static void close(final Study study) {
		if (GraphicsEnvironment.isHeadless()) return;
		ScatterPlotFrame.closeAll(study);
		MontageFrame.closeAll(study);
		ReconstructionsFrame.closeAll(study);
		DendrogramFrame.closeAll(study);
	}

	private static String[] axes(final Study study, final String columns) {
		if (columns.isBlank()) {
			final String[] embedding = ScatterPlot.defaultAxes(study);
			if (embedding == null) throw new IllegalStateException(
				"There is no embedding to plot yet; run an embedding command such as 'UMAP Embedding...' first, or name columns.");
			return embedding;
		}
		final String[] axes = columns.trim().split("[\\s,]+");
		if (axes.length != 2) throw new IllegalArgumentException("columns=" + columns +
			" must name two columns, such as [embedding_x embedding_y].");
		return axes;
	}

	/** The column that was asked for, or else the one that tells most now. */
	private static String color(final Study study, final String color) {
		return color.isEmpty() ? ScatterPlot.defaultColor(study) : color;
	}

	/** Writes the plot as a picture; see {@link #plot}. */
	static void savePlot(final Study study, final String color, final String columns, final String path) {
		final String[] axes = axes(study, columns);
		save(ScatterPlot.render(study, axes[0], axes[1], color(study, color), PLOT_WIDTH, PLOT_HEIGHT), path);
	}

	/** Writes a picture as PNG. */
	static void save(final BufferedImage picture, final String path) {
		if (!path.toLowerCase(Locale.ROOT).endsWith(".png")) throw new IllegalArgumentException("path=" + path +
			" must end in .png.");
		PictureFile.savePng(picture, new File(path));
	}
}
