package sc.fiji.standout.view;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import javax.swing.Icon;

/** What dragging the mouse in a plot does; each draws its own button. */
enum Tool implements Icon {

	RECTANGLE("Rectangle: drag to pick; Shift adds, Alt removes"), //
	LASSO("Lasso: draw around points to pick; Shift adds, Alt removes"), //
	PAN("Move: drag the plot; so does the middle mouse button with any tool");

	private final String tip;

	Tool(final String tip) {
		this.tip = tip;
	}

	String tip() {
		return tip;
	}

	@Override
	public void paintIcon(final Component component, final Graphics graphics, final int x, final int y) {
		final Graphics2D g = (Graphics2D) graphics.create(x, y, getIconWidth(), getIconHeight());
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setColor(Palette.TEXT);
		final BasicStroke dashes = new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] { 3,
			2 }, 0);
		switch (this) {
			case RECTANGLE -> {
				g.setStroke(dashes);
				g.draw(new Rectangle2D.Double(2, 4, 14, 10));
			}
			case LASSO -> {
				g.setStroke(dashes);
				final Path2D loop = new Path2D.Double();
				loop.moveTo(6, 14);
				loop.curveTo(-4, 7, 5, 0, 11, 3);
				loop.curveTo(20, 6, 16, 14, 7, 12);
				loop.lineTo(5, 17);
				g.draw(loop);
			}
			case PAN -> {
				g.setStroke(new BasicStroke(1.5f));
				for (int i = 0; i < 4; i++) {
					g.drawLine(9, 9, 9, 2);
					g.drawLine(9, 2, 7, 4);
					g.drawLine(9, 2, 11, 4);
					g.rotate(Math.PI / 2, 9, 9);
				}
			}
		}
		g.dispose();
	}

	@Override
	public int getIconWidth() {
		return 18;
	}

	@Override
	public int getIconHeight() {
		return 18;
	}
}
