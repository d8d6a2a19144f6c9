package sc.fiji.standout.command;

import java.util.Locale;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.IJ;
import sc.fiji.standout.imagej.ItemsTable;
import sc.fiji.standout.matrix.Progress;
import sc.fiji.standout.study.Comparison;
import sc.fiji.standout.study.TableFile;

/** Says how well clusters and outliers agree with labels that are known. */
@Plugin(type = Command.class, menuPath = "Plugins>Standout>Compare with Labels...")
public class CompareWithLabels extends ImageCommand {

	private static final int LABELS_SAID = 20;

	@Parameter(persist = false, label = "Column", description = "The column with the known labels")
	private String column = "label";

	@Parameter(persist = false, required = false, label = "Labels of outliers",
		description = "The labels that should be found as outliers, separated by commas; empty = those that are rare: at " +
			"most a tenth as many items as the most frequent label has")
	private String positive = "";

	@Parameter(persist = false, required = false, label = "Save table as", style = "save",
		description = "File for the counts of each label: .csv (commas) or .tsv (tabs); empty = none")
	private String path = "";

	@Override
	protected void execute(final Progress progress) {
		final Comparison comparison = Comparison.of(study(), column, positive);
		if (!path.isEmpty()) TableFile.write(comparison.table(), path);
		IJ.log(report(comparison));
		Windows.print(comparison.table());
		ItemsTable.show(image(), comparison.table(), "Labels");
		say("Compared with the column " + column);
	}

	private String report(final Comparison comparison) {
		final StringBuilder text = new StringBuilder(image().getTitle() + " compared with the column " + column + ":");
		comparison.measures().forEach((name, value) -> text.append(String.format(Locale.ROOT, "\n  %s = %.6f", name,
			value)));
		if (comparison.measures().containsKey("roc_auc")) text.append("\n  outliers are: ").append(String.join(", ",
			comparison.positive().stream().limit(LABELS_SAID).toList())).append(comparison.positive().size() > LABELS_SAID
				? ", ..." : "");
		else text.append("\n  no scores compared: there are none, or no label is rare; name the outliers by positive=");
		return text.toString();
	}
}
