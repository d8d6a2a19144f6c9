package sc.fiji.standout.feature.deep;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes one message in the wire format of Protocol Buffers, field after field. */
final class ProtoWriter {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** A whole number. */
	ProtoWriter number(final int field, final long value) {
		varint((long) field << 3);
		varint(value);
		return this;
	}

	/** A text. */
	ProtoWriter text(final int field, final String text) {
		return bytes(field, text.getBytes(StandardCharsets.UTF_8));
	}

	/** A message within this one. */
	ProtoWriter message(final int field, final ProtoWriter message) {
		return bytes(field, message.toBytes());
	}

	/** Bytes, or a message that is written already. */
	ProtoWriter bytes(final int field, final byte[] bytes) {
		varint((long) field << 3 | 2);
		varint(bytes.length);
		out.writeBytes(bytes);
		return this;
	}

	/** A whole field as it was read. */
	ProtoWriter raw(final ByteBuffer field) {
		final byte[] bytes = new byte[field.remaining()];
		field.duplicate().get(bytes);
		out.writeBytes(bytes);
		return this;
	}

	byte[] toBytes() {
		return out.toByteArray();
	}

	private void varint(final long value) {
		long left = value;
		while ((left & ~0x7fL) != 0) {
			out.write((int) (left & 0x7f | 0x80));
			left >>>= 7;
		}
		out.write((int) left);
	}
}
