package sc.fiji.standout;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Holds the table of rooms: which package may know which. */
class RoomsTest {

	private static final String ROOT = "sc.fiji.standout.";
	private static JavaClasses classes;

	@BeforeAll
	static void read() {
		classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(
			"sc.fiji.standout");
	}

	@Test
	void roomsKnowOnlyWhatTheTableAllows() {
		layeredArchitecture().consideringOnlyDependenciesInAnyPackage("sc.fiji.standout..") //
			.layer("matrix").definedBy(ROOT + "matrix..") //
			.layer("item").definedBy(ROOT + "item..") //
			.layer("feature").definedBy(ROOT + "feature..") //
			.layer("embedding").definedBy(ROOT + "embedding..") //
			.layer("cluster").definedBy(ROOT + "cluster..") //
			.layer("outlier").definedBy(ROOT + "outlier..") //
			.layer("evaluate").definedBy(ROOT + "evaluate..") //
			.layer("study").definedBy(ROOT + "study..") //
			.layer("imagej").definedBy(ROOT + "imagej..") //
			.layer("view").definedBy(ROOT + "view..") //
			.layer("command").definedBy(ROOT + "command..") //
			.layer("ij1").definedBy(ROOT + "ij1..") //
			.whereLayer("matrix").mayNotAccessAnyLayer() //
			.whereLayer("item").mayNotAccessAnyLayer() //
			.whereLayer("feature").mayOnlyAccessLayers("item", "matrix") //
			.whereLayer("embedding").mayOnlyAccessLayers("matrix") //
			.whereLayer("cluster").mayOnlyAccessLayers("matrix") //
			.whereLayer("outlier").mayOnlyAccessLayers("matrix", "cluster") //
			.whereLayer("evaluate").mayOnlyAccessLayers("matrix", "cluster") //
			.whereLayer("study").mayOnlyAccessLayers("matrix", "item", "feature", "embedding", "cluster", "outlier",
				"evaluate") //
			.whereLayer("imagej").mayOnlyAccessLayers("matrix", "item", "feature", "embedding", "cluster", "outlier",
				"evaluate", "study") //
			.whereLayer("view").mayOnlyAccessLayers("matrix", "item", "study", "imagej") //
			.whereLayer("ij1").mayOnlyAccessLayers("study", "imagej", "command") //
			.check(classes);
	}

	@Test
	void imagejIsKnownOnlyAtItsDoors() {
		noClasses().that().resideOutsideOfPackages(ROOT + "imagej..", ROOT + "view..", ROOT + "command..", ROOT + "ij1..")
			.should().dependOnClassesThat().resideInAPackage("ij..").check(classes);
	}

	@Test
	void swingAndChartsAreKnownOnlyInViews() {
		noClasses().that().resideOutsideOfPackages(ROOT + "view..", ROOT + "ij1..").should().dependOnClassesThat()
			.resideInAnyPackage("javax.swing..", "org.jfree..").check(classes);
	}

	@Test
	void deepLearningAndSmileHaveOneDoorEach() {
		noClasses().that().resideOutsideOfPackage(ROOT + "feature.deep..").should().dependOnClassesThat()
			.resideInAnyPackage("ai.djl..", "ai.onnxruntime..").check(classes);
		noClasses().that().resideOutsideOfPackages(ROOT + "cluster..", ROOT + "evaluate..").should().dependOnClassesThat()
			.resideInAPackage("smile..").check(classes);
	}
}
