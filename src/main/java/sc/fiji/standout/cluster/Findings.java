package sc.fiji.standout.cluster;

/**
 * What a clustering says of single items beyond their clusters. Its outliers are the items that are noise.
 *
 * @param potentialOutliers n flags: does it look like an outlier, but less so?
 * @param duplicateGroups n numbers: items of the same group, from 1, are alike to the last detail; 0 = none
 * @param nearDuplicateGroups n numbers: items of the same group, from 1, are very similar; 0 = none
 */
public record Findings(boolean[] potentialOutliers, int[] duplicateGroups, int[] nearDuplicateGroups) {}
