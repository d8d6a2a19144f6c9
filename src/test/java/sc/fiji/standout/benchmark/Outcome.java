package sc.fiji.standout.benchmark;

/** What a method took and gave: labels, scores, distances, or coordinates row by row. */
record Outcome(Cost cost, double[] result) {}
