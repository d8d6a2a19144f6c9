package sc.fiji.standout.command;

import org.scijava.plugin.Parameter;

import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.matrix.Settings;
import sc.fiji.standout.outlier.OutlierDetector;
import sc.fiji.standout.study.Steps;

/** A command that flags items as outliers. */
public abstract class OutliersCommand extends ImageCommand {

	@Parameter(persist = false, label = "Contamination", min = "0", max = "0.5", stepSize = "0.01",
		description = "Fraction of the items that is flagged; 0 = the method's own rule")
	private double contamination = 0.05;

	/** Finds outliers with the method of this name. */
	protected final void outliers(final String name, final Settings settings, final Progress progress) {
		outliers("outliers", name, settings, progress);
	}

	/** Finds outliers with the method that the user chose by the given key. */
	protected final void outliers(final String key, final String name, final Settings settings,
		final Progress progress)
	{
		final Settings all = settings.with("contamination", contamination);
		step(progress, (study, watched) -> Steps.outliers(study, method(OutlierDetector.class, key, name), all, watched));
	}
}
