package sc.fiji.standout.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which jars the site ships and which it leaves to Fiji.
 *
 * @param shipped those that Fiji lacks
 * @param left those that Fiji has, in the same version
 */
record JarChoice(List<Jar> shipped, List<Jar> left) {

	/**
	 * @param jars all that the plugin has at run time; optional ones are neither shipped nor left
	 * @param reasons why a jar is shipped, by artifact
	 * @param fiji the versions of the jars that Fiji ships, by artifact
	 * @param managed the versions that Fiji is built with, by artifact
	 * @throws IllegalArgumentException in one sentence, when a jar has another version than Fiji's or no reason
	 */
	static JarChoice of(final List<Jar> jars, final Map<String, String> reasons, final Map<String, String> fiji,
		final Map<String, String> managed)
	{
		final List<Jar> shipped = new ArrayList<>();
		final List<Jar> left = new ArrayList<>();
		for (final Jar jar : jars) {
			if (jar.optional()) continue;
			same(jar, fiji.get(jar.artifact()), "Fiji ships");
			same(jar, managed.get(jar.artifact()), "pom-scijava manages");
			final boolean there = fiji.containsKey(jar.artifact());
			if (there && reasons.containsKey(jar.artifact())) throw new IllegalArgumentException("The jar " + jar.name() +
				" is in update-site/jars.tsv, but Fiji ships it; remove it there.");
			if (!there && !reasons.containsKey(jar.artifact())) throw new IllegalArgumentException("The jar " + jar.name() +
				" is not in Fiji, and update-site/jars.tsv gives no reason to ship it; add one, or the dependency is not needed.");
			(there ? left : shipped).add(jar);
		}
		return new JarChoice(List.copyOf(shipped), List.copyOf(left));
	}

	private static void same(final Jar jar, final String version, final String who) {
		if (version != null && !version.equals(jar.version())) throw new IllegalArgumentException("The jar " + jar.name() +
			" is not the version " + version + " that " + who + "; use that version in pom.xml.");
	}
}
