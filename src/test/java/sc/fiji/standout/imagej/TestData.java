package sc.fiji.standout.imagej;

import java.io.File;

import org.junit.jupiter.api.Assumptions;

import ij.ImagePlus;
import ij.io.Opener;
import ij.plugin.FileInfoVirtualStack;

/** The data beside the checkout; a test that needs a file which is not there is skipped. */
final class TestData {

	private TestData() {}

	static File file(final String name) {
		final File file = new File("../shared/data/" + name);
		Assumptions.assumeTrue(file.exists(), "missing: " + file);
		return file;
	}

	static ImagePlus open(final String name) {
		return new Opener().openImage(file(name).getPath());
	}

	static ImagePlus openVirtual(final String name) {
		final ImagePlus image = FileInfoVirtualStack.openVirtual(file(name).getPath());
		if (!image.getStack().isVirtual()) throw new IllegalStateException(name + " did not open as a virtual stack");
		return image;
	}

	static void close(final ImagePlus... images) {
		for (final ImagePlus image : images) {
			image.changes = false;
			image.close();
			image.flush();
		}
	}
}
