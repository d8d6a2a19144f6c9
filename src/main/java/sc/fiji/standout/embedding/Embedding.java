package sc.fiji.standout.embedding;

import sc.fiji.standout.matrix.Matrix;

/**
 * Points laid out in few dimensions.
 *
 * @param layout n x dimensions, stored as doubles
 * @param placer places further points into the layout, or null where the method cannot
 */
public record Embedding(Matrix layout, Placer placer) {}
