package sc.fiji.standout.command;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.StatisticsOutliers;

/** Flags the items that deviate in at least one of their statistics, and says in which. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Statistics Outliers...")
public class StatisticsOutliersCommand extends OutliersCommand {

	@Parameter(persist = false, label = "Method", choices = { "Z-Score", "Modified Z-Score", "IQR" },
		description = "From mean and standard deviation; from median and median absolute deviation; or outside of the " +
			"quartiles")
	private String method = StatisticsOutliers.METHOD;

	@Parameter(persist = false, label = "Threshold (0 = usual)", min = "0",
		description = "A larger deviation is too much; 0 = the usual 3, 3.5 or 1.5")
	private double threshold = 0;

	@Override
	protected void execute(final Progress progress) {
		outliers("Statistics", Settings.of("method", method, "threshold", threshold), progress);
	}
}
