package sc.fiji.standout.view;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.image.BufferedImage;

import javax.swing.BorderFactory;
import javax.swing.JLabel;

import sc.fiji.standout.study.Study;

/** A window with a scatter plot of a study, linked with all that shows the same study's selection. */
public final class ScatterPlotFrame extends StudyFrame {

	private static final long serialVersionUID = 1L;
	private static final OpenFrames<ScatterPlotFrame> OPEN = new OpenFrames<>();
	/** Pixels. */
	private static final int TRIAL = 200;

	private final PlotPanel panel;
	private final PlotMouse mouse;
	private final PlotControls controls;
	private final JLabel status = new JLabel(" ");
	private String x;
	private String y;
	private String color;

	/**
	 * Opens the scatter plot of a study, or brings the one that is open to the front with these columns. May be called on
	 * any thread.
	 *
	 * @param title of the window, such as the image's title
	 * @param x column along x, of numbers
	 * @param y column along y, of numbers
	 * @param color column that gives the colours, or "" for one colour; see {@link ScatterPlot#defaultColor}
	 * @throws IllegalArgumentException when a column does not exist, or x or y holds texts
	 * @throws java.awt.HeadlessException where there is no display
	 * @throws LinkageError when no chart can be drawn since a library is missing or too old
	 */
	public static ScatterPlotFrame show(final String title, final Study study, final String x, final String y,
		final String color)
	{
		final PlotData data = PlotData.of(study, x, y, color);
		return OpenFrames.onEventThread(() -> {
			ScatterPlotFrame frame = OPEN.get(study);
			if (frame == null) {
				// or else it would be said each time that the window is painted, to nobody
				ScatterPlot.picture(data, null, "", "", TRIAL, TRIAL, 1);
				frame = new ScatterPlotFrame(title, study, data, color);
				OPEN.put(study, frame);
				frame.open(true);
			}
			else {
				frame.setTitle(windowTitle(title));
				frame.setColumns(x, y, color);
				frame.toFront();
			}
			return frame;
		});
	}

	/** Closes the scatter plot of a study, if there is one. May be called on any thread. */
	public static void closeAll(final Study study) {
		OPEN.close(study);
	}

	private ScatterPlotFrame(final String title, final Study study, final PlotData data, final String color) {
		super(windowTitle(title), study);
		x = data.xName();
		y = data.yName();
		this.color = color == null ? "" : color;
		panel = new PlotPanel(study, data);
		mouse = new PlotMouse(panel, study.selection(), this);
		mouse.setTool(Tool.RECTANGLE);
		panel.addMouseListener(mouse);
		panel.addMouseMotionListener(mouse);
		panel.addMouseWheelListener(mouse);
		controls = new PlotControls(panel, this::columnsChosen, mouse::setTool);
		status.setBorder(BorderFactory.createEmptyBorder(4, 10, 5, 10));
		getContentPane().setBackground(Color.WHITE);
		add(controls, BorderLayout.NORTH);
		add(panel, BorderLayout.CENTER);
		add(status, BorderLayout.SOUTH);
	}

	/** The plot with what is picked, at twice the resolution of the screen. */
	@Override
	public BufferedImage toImage() {
		return panel.toImage(2);
	}

	/** The line below the plot, such as "1797 items, 12 clusters, 90 outliers; 5 picked". */
	public String statusText() {
		return status.getText();
	}

	@Override
	public void dispose() {
		panel.close();
		super.dispose();
	}

	@Override
	void studyChanged() {
		refresh();
	}

	@Override
	void selectionChanged() {
		panel.selectionChanged();
		updateStatus();
	}

	PlotPanel panel() {
		return panel;
	}

	PlotControls controls() {
		return controls;
	}

	// -- Helper methods --

	private static String windowTitle(final String title) {
		return "Scatter plot of " + title;
	}

	private void setColumns(final String newX, final String newY, final String newColor) {
		x = newX;
		y = newY;
		color = newColor == null ? "" : newColor;
		refresh();
	}

	private void columnsChosen() {
		setColumns(controls.x(), controls.y(), controls.color());
	}

	/** Shows the study's columns as they are now; keeps the old picture while the axes' columns are missing. */
	private void refresh() {
		final String[] axes = ScatterPlot.defaultAxes(study());
		// an embedding of one dimension has taken the place of one of two
		if (axes != null && study().column(y) == null) y = axes[1];
		final String shown = color.isEmpty() || study().column(color) != null ? color : ScatterPlot.defaultColor(study());
		controls.update(study(), x, y, shown);
		try {
			panel.setData(PlotData.of(study(), x, y, shown));
			updateStatus();
		}
		catch (final IllegalArgumentException e) {
			// such as embedding_x after new features were made
			status.setText(e.getMessage());
		}
	}

	private void updateStatus() {
		final int picked = study().selection().count();
		status.setText(Summary.of(study(), panel.data()) + (picked == 0 ? "" : "; " + picked + " picked"));
	}
}
