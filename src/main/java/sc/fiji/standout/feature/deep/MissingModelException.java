package sc.fiji.standout.feature.deep;

/** A model that is not on this computer, but could be downloaded if the user wants it. */
public final class MissingModelException extends IllegalStateException {

	private static final long serialVersionUID = 1;

	private final transient ModelDescription model;

	MissingModelException(final ModelDescription model, final String sentence) {
		super(sentence);
		this.model = model;
	}

	/** What is missing: its name, file, size, origin and licence. */
	public ModelDescription model() {
		return model;
	}
}
