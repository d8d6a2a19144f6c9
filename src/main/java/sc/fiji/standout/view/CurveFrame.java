package sc.fiji.standout.view;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;

import ij.WindowManager;

/**
 * A window with curves that grow while a model learns, and a button that ends the learning. Closing it changes nothing
 * about the learning; when that has ended, the window stays.
 */
final class CurveFrame extends ListedFrame {

	private static final long serialVersionUID = 1L;
	/** Faster would cost the learning time and show no more. */
	private static final int MILLIS_BETWEEN_PAINTS = 100;
	/** Pixels. */
	private static final int TRIAL = 200;

	private final transient LearningCurves curves;
	private final String subject;
	private final JComponent chart = new Chart();
	private final JCheckBox logarithmic = new JCheckBox("Logarithmic");
	private final JButton stop = new JButton("Stop and use the best so far");
	private final JLabel status = new JLabel(" ");
	private final transient AtomicBoolean waiting = new AtomicBoolean();
	private final Timer timer = new Timer(MILLIS_BETWEEN_PAINTS, e -> {
		// before the curves are read, so that no point can come too late to be seen
		waiting.set(false);
		refresh();
	});
	private transient List<LearningCurves.Curve> shown;

	/**
	 * Opens a window that takes no focus, in place of the one about an earlier learning; on the event thread.
	 *
	 * @throws LinkageError when no chart can be drawn since a library is missing or too old
	 */
	static CurveFrame open(final String subject, final LearningCurves curves) {
		// or else it would be said each time that the window is painted, to nobody
		final Graphics2D trial = new BufferedImage(TRIAL, TRIAL, BufferedImage.TYPE_INT_RGB).createGraphics();
		CurveChart.draw(trial, curves.curves(), false, "", "", TRIAL, TRIAL);
		trial.dispose();
		final Frame before = WindowManager.getFrame(windowTitle(subject));
		if (before instanceof CurveFrame frame && frame.curves.isEnded()) frame.dispose();
		final CurveFrame frame = new CurveFrame(subject, curves);
		frame.pack();
		final Rectangle screen = screen();
		frame.setLocation(screen.x + screen.width - frame.getWidth(), screen.y);
		frame.present();
		return frame;
	}

	private CurveFrame(final String subject, final LearningCurves curves) {
		super(windowTitle(subject));
		this.subject = subject;
		this.curves = curves;
		// whoever types in another window goes on typing there
		setAutoRequestFocus(false);
		logarithmic.setName("logarithmic");
		logarithmic.setFocusable(false);
		logarithmic.setOpaque(false);
		logarithmic.setToolTipText("Draws equal factors of the loss equally high, to see small changes late in the training");
		logarithmic.addActionListener(e -> chart.repaint());
		stop.setName("stop");
		stop.setFocusable(false);
		stop.setToolTipText("Ends the training after this epoch and keeps the model of the best epoch");
		stop.addActionListener(e -> curves.stop());
		final JPanel bottom = new JPanel();
		bottom.setLayout(new BoxLayout(bottom, BoxLayout.X_AXIS));
		bottom.setBorder(BorderFactory.createEmptyBorder(4, 10, 6, 10));
		bottom.add(status);
		bottom.add(Box.createHorizontalGlue());
		bottom.add(logarithmic);
		bottom.add(Box.createHorizontalStrut(8));
		bottom.add(stop);
		getContentPane().setBackground(Color.WHITE);
		add(chart, BorderLayout.CENTER);
		add(bottom, BorderLayout.SOUTH);
		timer.setRepeats(false);
		curves.setListener(() -> {
			if (waiting.compareAndSet(false, true)) EventQueue.invokeLater(timer::start);
		});
		refresh();
	}

	/** The curves, at twice the resolution of the screen. */
	@Override
	public BufferedImage toImage() {
		final int width = chart.getWidth();
		final int height = chart.getHeight();
		final BufferedImage image = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		graphics.scale(2, 2);
		draw(graphics, width, height);
		graphics.dispose();
		return image;
	}

	/** The line below the curves, such as "done: best epoch 12, validation loss 0.0123". */
	String statusText() {
		return status.getText();
	}

	@Override
	public void dispose() {
		curves.setListener(() -> {});
		timer.stop();
		super.dispose();
	}

	// -- Helper methods --

	private static String windowTitle(final String subject) {
		return "Loss curve of " + subject;
	}

	private void refresh() {
		final LearningCurves.Phase phase = curves.phase();
		stop.setEnabled(phase == LearningCurves.Phase.LEARNING);
		stop.setVisible(phase == LearningCurves.Phase.LEARNING || phase == LearningCurves.Phase.STOPPING);
		shown = curves.curves();
		status.setText(LearningCurves.status(phase, shown));
		chart.repaint();
	}

	private Viewport draw(final Graphics2D graphics, final int width, final int height) {
		return CurveChart.draw(graphics, shown, logarithmic.isSelected(), subject, "", width, height);
	}

	private final class Chart extends JComponent {

		private static final long serialVersionUID = 1L;

		Chart() {
			setOpaque(true);
			setPreferredSize(new Dimension(720, 440));
		}

		@Override
		protected void paintComponent(final Graphics g) {
			final Graphics2D graphics = (Graphics2D) g.create();
			draw(graphics, getWidth(), getHeight());
			graphics.dispose();
		}
	}
}
