package sc.fiji.standout.ij1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import ij.ImagePlus;
import sc.fiji.standout.imagej.Images;

/** Fills the inputs of a command from macro options, and says which of them do not fit. */
final class Inputs {

	private Inputs() {}

	/** The inputs that a user gives, in order: no services, no messages. */
	static List<ModuleItem<?>> of(final Module module) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Class<?> type = input.getType();
			final boolean given = type == String.class || type == int.class || type == double.class ||
				type == boolean.class || type == ImagePlus.class;
			if (given && !Service.class.isAssignableFrom(type) && input.getVisibility() != ItemVisibility.MESSAGE) inputs.add(
				input);
		}
		return inputs;
	}

	/**
	 * Sets the inputs that the options name; all others keep their defaults.
	 *
	 * @throws IllegalArgumentException in one sentence, when a key or value does not exist
	 */
	static void fill(final Module module, final MacroOptions options) {
		for (final Map.Entry<String, String> option : options.values().entrySet()) {
			final ModuleItem<?> input = find(module, option.getKey());
			module.setInput(input.getName(), value(input, option.getValue()));
		}
		for (final ModuleItem<?> input : of(module)) {
			// An image that was not given is left to whoever knows the active one.
			if (module.getInput(input.getName()) != null) module.resolveInput(input.getName());
		}
	}

	private static ModuleItem<?> find(final Module module, final String key) {
		for (final ModuleItem<?> input : of(module)) if (input.getName().equals(key)) return input;
		throw new IllegalArgumentException("The key '" + key + "' does not exist; the keys are " + String.join(", ", of(
			module).stream().map(ModuleItem::getName).toList()) + ".");
	}

	/** Reads a text as the type of the input. */
	static Object value(final ModuleItem<?> input, final String text) {
		final Class<?> type = input.getType();
		if (type == ImagePlus.class) return Images.find(text);
		if (type == boolean.class) return flag(input.getName(), text);
		if (type == String.class) return choice(input, text);
		final double number = number(input.getName(), text, type == int.class);
		final Object min = input.getMinimumValue();
		final Object max = input.getMaximumValue();
		if (min instanceof Number least && number < least.doubleValue() || max instanceof Number most && number > most
			.doubleValue()) throw new IllegalArgumentException(input.getName() + "=" + text + " must be " + (max == null
				? "at least " + min : "from " + min + " to " + max) + ".");
		if (type == int.class) return (int) number;
		return number;
	}

	private static boolean flag(final String key, final String text) {
		if (text.equals("true") || text.equals("1")) return true;
		if (text.equals("false") || text.equals("0")) return false;
		throw new IllegalArgumentException(key + "=" + text + " must be true or false.");
	}

	private static String choice(final ModuleItem<?> input, final String text) {
		final List<?> choices = input.getChoices();
		if (choices == null || choices.isEmpty() || choices.contains(text)) return text;
		throw new IllegalArgumentException(input.getName() + "=" + text + " does not exist; it must be one of " + String
			.join(", ", choices.stream().map(String::valueOf).toList()) + ".");
	}

	private static double number(final String key, final String text, final boolean whole) {
		try {
			final double number = Double.parseDouble(text.trim());
			if (Double.isFinite(number) && (!whole || number == (int) number)) return number;
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw new IllegalArgumentException(key + "=" + text + " must be a " + (whole ? "whole " : "") + "number.");
	}
}
