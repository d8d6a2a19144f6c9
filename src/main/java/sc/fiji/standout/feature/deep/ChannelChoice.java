package sc.fiji.standout.feature.deep;

import java.util.List;
import java.util.stream.Stream;

import sc.fiji.standout.feature.Note;
import sc.fiji.standout.feature.Survey;

/**
 * Which channels of an item become red, green and blue.
 *
 * @param sources three channels, from 0; -1 for a colour that stays black
 * @param notes what the user should know
 */
record ChannelChoice(int[] sources, List<Note> notes) {

	private static final int COLORS = 3;

	/**
	 * @param setting channels from 1 in the order red, green, blue, such as "1 3"; one alone is grey; "" takes RGB as it is,
	 *          one channel as grey, and else the first three
	 * @throws IllegalArgumentException when the items have no such channel
	 */
	static ChannelChoice of(final String setting, final Survey survey) {
		final int channels = survey.channels();
		if (setting.isBlank()) {
			final List<Note> notes = channels <= COLORS ? List.of() : List.of(Note.warning("The items have " + channels +
				" channels and the network sees 3: the first three are used; channels=[1 2 4] would choose others."));
			return new ChannelChoice(sources(Stream.iterate(0, c -> c + 1).limit(Math.min(channels, COLORS)).toList()), notes);
		}
		final List<Integer> chosen = Stream.of(setting.trim().split("[\\s,]+")).map(text -> number(text, setting, channels))
			.toList();
		if (chosen.size() > COLORS) throw wrong(setting, channels);
		return new ChannelChoice(sources(chosen), List.of());
	}

	private static int[] sources(final List<Integer> chosen) {
		final int[] sources = { -1, -1, -1 };
		for (int c = 0; c < COLORS; c++) {
			if (chosen.size() == 1) sources[c] = chosen.get(0);
			else if (c < chosen.size()) sources[c] = chosen.get(c);
		}
		return sources;
	}

	private static int number(final String text, final String setting, final int channels) {
		if (!text.matches("\\d{1,9}")) throw wrong(setting, channels);
		final int channel = Integer.parseInt(text);
		if (channel < 1 || channel > channels) throw wrong(setting, channels);
		return channel - 1;
	}

	private static IllegalArgumentException wrong(final String setting, final int channels) {
		return new IllegalArgumentException("channels=" + setting + " must be 1 to 3 numbers from 1 to " + channels +
			(channels == 1 ? ", the only channel of the items." : ", such as [1 2], the channels of the items."));
	}
}
