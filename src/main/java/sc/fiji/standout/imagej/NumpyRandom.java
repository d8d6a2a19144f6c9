package sc.fiji.standout.imagej;

/**
 * The random numbers of NumPy's legacy {@code RandomState}: MT19937 seeded by one integer (Matsumoto &amp; Nishimura
 * 1998, initialisation of 2002), doubles of 53 bits, normal deviates by Marsaglia's polar method, and Fisher-Yates shuffles
 * with masked rejection.
 */
final class NumpyRandom {

	private static final int N = 624;
	private static final int M = 397;

	private final int[] state = new int[N];
	private int position = N;
	private boolean hasSpare;
	private double spare;

	/** @param seed as in {@code RandomState(seed)}, taken as unsigned */
	NumpyRandom(final int seed) {
		state[0] = seed;
		for (int i = 1; i < N; i++) state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
	}

	/** 32 random bits. */
	int nextInt() {
		if (position == N) refill();
		int y = state[position++];
		y ^= y >>> 11;
		y ^= y << 7 & 0x9d2c5680;
		y ^= y << 15 & 0xefc60000;
		return y ^ y >>> 18;
	}

	/** Uniform from 0 (inclusive) to 1 (exclusive), a multiple of 2^-53. */
	double nextDouble() {
		final long high = nextInt() >>> 5;
		final long low = nextInt() >>> 6;
		return (high * 67108864.0 + low) / 9007199254740992.0;
	}

	/** A standard normal deviate. */
	double nextGaussian() {
		if (hasSpare) {
			hasSpare = false;
			return spare;
		}
		double x;
		double y;
		double square;
		do {
			x = 2 * nextDouble() - 1;
			y = 2 * nextDouble() - 1;
			square = x * x + y * y;
		}
		while (square >= 1 || square == 0);
		final double factor = Math.sqrt(-2 * Logarithm.of(square) / square);
		spare = factor * x;
		hasSpare = true;
		return factor * y;
	}

	/** Uniform from 0 to {@code max}, both inclusive. */
	int nextInterval(final int max) {
		if (max == 0) return 0;
		final int mask = -1 >>> Integer.numberOfLeadingZeros(max);
		while (true) {
			final int value = nextInt() & mask;
			if (value <= max) return value;
		}
	}

	/** Shuffles in place. */
	void shuffle(final int[] values) {
		for (int i = values.length - 1; i > 0; i--) {
			final int j = nextInterval(i);
			final int swapped = values[i];
			values[i] = values[j];
			values[j] = swapped;
		}
	}

	private void refill() {
		for (int i = 0; i < N; i++) {
			final int y = state[i] & 0x80000000 | state[(i + 1) % N] & 0x7fffffff;
			state[i] = state[(i + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
		}
		position = 0;
	}
}
