package sc.fiji.standout.view;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;

import javax.swing.JComponent;

/** The line above the tiles of a montage that says what the squares of their pictures show. */
final class TileNames extends JComponent {

	private static final long serialVersionUID = 1L;

	private final MontagePanel panel;
	private final transient List<String> names;

	TileNames(final MontagePanel panel, final List<String> names) {
		this.panel = panel;
		this.names = names;
		setOpaque(true);
		setPreferredSize(new Dimension(1, TilePainter.NAMES));
		panel.addComponentListener(new ComponentAdapter() {

			@Override
			public void componentResized(final ComponentEvent e) {
				repaint();
			}
		});
	}

	@Override
	protected void paintComponent(final Graphics g) {
		final Graphics2D graphics = (Graphics2D) g.create();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, getWidth(), getHeight());
		final int columns = Math.min(panel.columns(), panel.items().length);
		for (int c = 0; c < columns; c++) {
			panel.tile().paintNames(graphics, panel.left() + c * panel.tile().width(), 0, names);
		}
		graphics.dispose();
	}
}
