package sc.fiji.standout.view;

import java.awt.geom.Rectangle2D;

/**
 * Where data lies on the screen: a rectangle of the component, in its coordinates (y down), that shows a range of x and
 * of y (y up).
 */
record Viewport(double left, double top, double width, double height, double minX, double maxX, double minY,
	double maxY)
{

	double screenX(final double x) {
		return left + (x - minX) / (maxX - minX) * width;
	}

	double screenY(final double y) {
		return top + (maxY - y) / (maxY - minY) * height;
	}

	double dataX(final double screenX) {
		return minX + (screenX - left) / width * (maxX - minX);
	}

	double dataY(final double screenY) {
		return maxY - (screenY - top) / height * (maxY - minY);
	}

	/** Whether a point of the component lies in the data area, its border included. */
	boolean shows(final double screenX, final double screenY) {
		return screenX >= left && screenX <= left + width && screenY >= top && screenY <= top + height;
	}

	Rectangle2D area() {
		return new Rectangle2D.Double(left, top, width, height);
	}

	/** The same data on a rectangle that was moved and then scaled, such as by a display of many dots per inch. */
	Viewport transformed(final double scaleX, final double scaleY, final double shiftX, final double shiftY) {
		return new Viewport(left * scaleX + shiftX, top * scaleY + shiftY, width * scaleX, height * scaleY, minX, maxX,
			minY, maxY);
	}
}
