package sc.fiji.standout.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The file {@code db.xml.gz} by which Fiji's updater knows what a site has. */
final class Database {

	static final String NAME = "db.xml.gz";
	private static final int GZIP_SYSTEM = 9;

	private Database() {}

	/** @throws IOException in one sentence, when it is no database, or not of the form that it says itself */
	static List<Entry> read(final InputStream in) throws IOException {
		try {
			return plugins(in).stream().map(Database::entry).toList();
		}
		catch (final NumberFormatException e) {
			throw new IOException("The database has a size or time that is no number (" + e.getMessage() + ").", e);
		}
	}

	/** Of a Fiji's own database, the update site from which each file is, by identity; obsolete files are left out. */
	static Map<String, String> sites(final InputStream in) throws IOException {
		final Map<String, String> sites = new HashMap<>();
		for (final Element plugin : plugins(in)) if (!elements(plugin, "version").isEmpty()) sites.put(Entry.identity(plugin
			.getAttribute("filename")), plugin.getAttribute("update-site"));
		return sites;
	}

	private static List<Element> plugins(final InputStream in) throws IOException {
		try (InputStream unpacked = new GZIPInputStream(in)) {
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setValidating(true);
			// a database is whole in itself: nothing is fetched for it
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			final DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new Strict());
			return elements(builder.parse(unpacked).getDocumentElement(), "plugin");
		}
		catch (final SAXException | ParserConfigurationException e) {
			throw new IOException("The database cannot be read (" + e.getMessage() + ").", e);
		}
	}

	private static Entry entry(final Element plugin) {
		final String path = plugin.getAttribute("filename");
		final List<Entry.Version> previous = elements(plugin, "previous-version").stream().map(old -> version(old, old
			.hasAttribute("filename") ? old.getAttribute("filename") : path)).toList();
		final List<String> platforms = elements(plugin, "platform").stream().map(Element::getTextContent).toList();
		final List<Element> versions = elements(plugin, "version");
		if (versions.isEmpty()) return new Entry(path, platforms, "", List.of(), 0, null, previous);
		final Element now = versions.get(0);
		return new Entry(path, platforms, String.join("", elements(now, "description").stream().map(Element::getTextContent)
			.toList()), elements(now, "dependency").stream().map(one -> one.getAttribute("filename")).toList(), Long.parseLong(
				now.getAttribute("filesize")), version(now, path), previous);
	}

	private static Entry.Version version(final Element element, final String path) {
		return new Entry.Version(path, Long.parseLong(element.getAttribute("timestamp")), element.getAttribute("checksum"));
	}

	private static List<Element> elements(final Element parent, final String name) {
		final NodeList nodes = parent.getElementsByTagName(name);
		final List<Element> elements = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
		return elements;
	}

	/** The bytes of the file, the same for the same entries. */
	static byte[] write(final List<Entry> entries, final String author) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
			packed.write(new DatabaseText(entries, author).toString().getBytes(StandardCharsets.UTF_8));
		}
		final byte[] bytes = out.toByteArray();
		// Java's name of the writing system is not the same in all versions: unknown
		bytes[GZIP_SYSTEM] = (byte) 255;
		return bytes;
	}

	/** What does not fit the declared form is an error. */
	private static final class Strict implements ErrorHandler {

		@Override
		public void warning(final SAXParseException problem) throws SAXException {
			throw problem;
		}

		@Override
		public void error(final SAXParseException problem) throws SAXException {
			throw problem;
		}

		@Override
		public void fatalError(final SAXParseException problem) throws SAXException {
			throw problem;
		}
	}
}
