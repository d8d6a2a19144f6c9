package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What tests need that install from a site of this checkout. */
abstract class FromTheSite {

	static final String PLATFORM = MainJob.platform();

	@TempDir
	static Path shared;
	static Path site;
	static Contents contents;

	@TempDir
	Path folder;

	@BeforeAll
	static void build() throws IOException {
		contents = Checkout.contents();
		site = Checkout.site(contents, shared);
	}
}
