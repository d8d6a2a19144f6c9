package sc.fiji.standout.site;

import java.util.List;

/** The text of a site's database, in the form that Fiji's updater reads. */
final class DatabaseText {

	/** The form, said by the text itself, so that any XML parser can check it. */
	private static final String FORM = """
		<!DOCTYPE pluginRecords [
		<!ELEMENT pluginRecords (plugin*)>
		<!ELEMENT plugin (platform*, version?, previous-version*)>
		<!ATTLIST plugin filename CDATA #REQUIRED>
		<!ELEMENT platform (#PCDATA)>
		<!ELEMENT version (description, dependency*, link*, author*)>
		<!ATTLIST version checksum NMTOKEN #REQUIRED timestamp NMTOKEN #REQUIRED filesize NMTOKEN #REQUIRED>
		<!ELEMENT description (#PCDATA)>
		<!ELEMENT dependency EMPTY>
		<!ATTLIST dependency filename CDATA #REQUIRED>
		<!ELEMENT link (#PCDATA)>
		<!ELEMENT author (#PCDATA)>
		<!ELEMENT previous-version EMPTY>
		<!ATTLIST previous-version filename CDATA #REQUIRED checksum NMTOKEN #REQUIRED timestamp NMTOKEN #REQUIRED>
		]>
		""";
	private static final String LINK = "https://github.com/standout-fiji/standout";

	private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

	DatabaseText(final List<Entry> entries, final String author) {
		text.append(FORM).append("<pluginRecords>\n");
		for (final Entry entry : entries) {
			text.append("\t<plugin filename=\"").append(escaped(entry.path())).append("\">\n");
			for (final String platform : entry.platforms()) element(2, "platform", platform);
			if (entry.current() != null) version(entry, author);
			for (final Entry.Version old : entry.previous()) text.append("\t\t<previous-version filename=\"").append(escaped(
				old.path())).append('"').append(attributes(old)).append("/>\n");
			text.append("\t</plugin>\n");
		}
		text.append("</pluginRecords>\n");
	}

	private void version(final Entry entry, final String author) {
		text.append("\t\t<version").append(attributes(entry.current())).append(" filesize=\"").append(entry.size()).append(
			"\">\n");
		element(3, "description", entry.description());
		for (final String other : entry.dependencies()) text.append("\t\t\t<dependency filename=\"").append(escaped(other))
			.append("\"/>\n");
		element(3, "link", LINK);
		element(3, "author", author);
		text.append("\t\t</version>\n");
	}

	private static String attributes(final Entry.Version version) {
		return " checksum=\"" + version.checksum() + "\" timestamp=\"" + version.timestamp() + "\"";
	}

	private void element(final int depth, final String name, final String content) {
		text.append("\t".repeat(depth)).append('<').append(name).append('>').append(escaped(content)).append("</").append(
			name).append(">\n");
	}

	private static String escaped(final String content) {
		return content.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
