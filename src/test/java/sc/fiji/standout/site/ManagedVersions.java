package sc.fiji.standout.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The versions that a POM such as pom-scijava manages: those that Fiji is built with. */
final class ManagedVersions {

	private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");
	private static final int DEEPEST = 20;

	private ManagedVersions() {}

	/** @return the versions by group and artifact, of jars without a classifier */
	static Map<String, String> read(final Path pom) throws IOException {
		final Element project = parse(pom);
		final Map<String, String> properties = new HashMap<>();
		for (Node node = child(project, "properties").getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element) properties.put(node.getNodeName(), node.getTextContent().trim());
		}
		final Map<String, String> versions = new HashMap<>();
		final NodeList managed = child(project, "dependencyManagement").getElementsByTagName("dependency");
		for (int i = 0; i < managed.getLength(); i++) {
			final Element one = (Element) managed.item(i);
			if (child(one, "classifier") == null) versions.put(text(one, "groupId", properties) + ":" + text(one,
				"artifactId", properties), text(one, "version", properties));
		}
		return versions;
	}

	private static Element parse(final Path pom) throws IOException {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
		}
		catch (final SAXException | ParserConfigurationException e) {
			throw new IOException("The POM " + pom + " cannot be read (" + e.getMessage() + ").", e);
		}
	}

	private static Element child(final Element parent, final String name) {
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element && element.getNodeName().equals(name)) return element;
		}
		return null;
	}

	private static String text(final Element parent, final String name, final Map<String, String> properties) {
		String text = child(parent, name).getTextContent().trim();
		for (int i = 0; i < DEEPEST && text.contains("${"); i++) {
			text = PROPERTY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(properties.getOrDefault(found.group(1),
				"")));
		}
		return text;
	}
}
