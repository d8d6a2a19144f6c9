package sc.fiji.standout.feature.deep;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One message in the wire format of Protocol Buffers, which ONNX files are written in: its fields in their order. The
 * bytes of a field are a view, so that the weights of a model are not copied.
 *
 * @param fields as they are written; a field that is there several times is a list
 */
record ProtoMessage(List<Field> fields) {

	private static final int VARINT = 0;
	private static final int FIXED64 = 1;
	private static final int LENGTH = 2;
	private static final int FIXED32 = 5;

	/**
	 * @param number of the field in the message's definition
	 * @param value of a number; 0 for bytes
	 * @param bytes of a text, bytes, message or packed numbers; null for a single number
	 * @param raw the whole field as it is written
	 */
	record Field(int number, long value, ByteBuffer bytes, ByteBuffer raw) {

		String text() {
			return StandardCharsets.UTF_8.decode(required().duplicate()).toString();
		}

		/** @throws IllegalArgumentException when the bytes are no message */
		ProtoMessage message() {
			return read(required());
		}

		/** Whole numbers, whether packed or single. */
		List<Long> numbers() {
			if (bytes == null) return List.of(value);
			final List<Long> numbers = new ArrayList<>();
			final ByteBuffer left = bytes.duplicate();
			while (left.hasRemaining()) numbers.add(varint(left));
			return numbers;
		}

		private ByteBuffer required() {
			if (bytes == null) throw malformed();
			return bytes;
		}
	}

	/** @throws IllegalArgumentException when the bytes are no message */
	static ProtoMessage read(final ByteBuffer message) {
		final List<Field> fields = new ArrayList<>();
		final ByteBuffer left = message.duplicate().order(java.nio.ByteOrder.LITTLE_ENDIAN);
		while (left.hasRemaining()) {
			final int start = left.position();
			final long tag = varint(left);
			final int number = (int) (tag >>> 3);
			if (number < 1 || tag >>> 3 > 0x1fffffff) throw malformed();
			long value = 0;
			ByteBuffer bytes = null;
			switch ((int) (tag & 7)) {
				case VARINT -> value = varint(left);
				case LENGTH -> bytes = slice(left, varint(left));
				case FIXED64 -> value = require(left, 8).getLong();
				case FIXED32 -> value = require(left, 4).getInt();
				default -> throw malformed();
			}
			fields.add(new Field(number, value, bytes, left.slice(start, left.position() - start)));
		}
		return new ProtoMessage(List.copyOf(fields));
	}

	/** All fields of one number. */
	List<Field> all(final int number) {
		return fields.stream().filter(field -> field.number == number).toList();
	}

	/** The last field of one number, as the format rules, or null. */
	Field last(final int number) {
		final List<Field> all = all(number);
		return all.isEmpty() ? null : all.get(all.size() - 1);
	}

	/** The text of a field, or "" where there is none. */
	String text(final int number) {
		final Field field = last(number);
		return field == null ? "" : field.text();
	}

	/** All texts of a field. */
	List<String> texts(final int number) {
		return all(number).stream().map(Field::text).toList();
	}

	/** The number of a field, or 0 where there is none. */
	long number(final int number) {
		final Field field = last(number);
		return field == null ? 0 : field.value;
	}

	private static long varint(final ByteBuffer left) {
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			final byte b = require(left, 1).get();
			value |= (b & 0x7fL) << shift;
			if (b >= 0) return value;
		}
		throw malformed();
	}

	private static ByteBuffer slice(final ByteBuffer left, final long length) {
		require(left, length);
		final ByteBuffer slice = left.slice(left.position(), (int) length);
		left.position(left.position() + (int) length);
		return slice;
	}

	private static ByteBuffer require(final ByteBuffer left, final long length) {
		if (length < 0 || length > left.remaining()) throw malformed();
		return left;
	}

	private static IllegalArgumentException malformed() {
		return new IllegalArgumentException("The bytes are no message in the format of Protocol Buffers.");
	}
}
