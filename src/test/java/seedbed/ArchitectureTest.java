package seedbed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between packages point one way only; this is where the picture in one's head is held against the code. */
final class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("seedbed");

    @Test
    void packagesUseOnlyWhatLiesBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("bencode")
                .definedBy("seedbed.bencode..")
                .layer("campus")
                .definedBy("seedbed.campus..")
                .layer("rows")
                .definedBy("seedbed.rows..")
                .layer("protocol")
                .definedBy("seedbed.protocol..")
                .layer("swarm")
                .definedBy("seedbed.swarm..")
                .layer("savings")
                .definedBy("seedbed.savings..")
                .layer("torrent")
                .definedBy("seedbed.torrent..")
                .layer("content")
                .definedBy("seedbed.content..")
                .layer("site")
                .definedBy("seedbed.site..")
                .layer("release")
                .definedBy("seedbed.release..")
                .layer("admin")
                .definedBy("seedbed.admin..")
                .layer("config")
                .definedBy("seedbed.config..")
                .layer("store")
                .definedBy("seedbed.store..")
                .layer("web")
                .definedBy("seedbed.web..")
                .layer("wiring")
                .definedBy("seedbed.wiring..")
                .layer("launch")
                .definedBy("seedbed.launch..")
                .whereLayer("bencode")
                .mayNotAccessAnyLayer()
                .whereLayer("campus")
                .mayNotAccessAnyLayer()
                .whereLayer("rows")
                .mayNotAccessAnyLayer()
                .whereLayer("protocol")
                .mayOnlyAccessLayers("bencode", "campus")
                .whereLayer("swarm")
                .mayOnlyAccessLayers("protocol", "campus", "rows")
                .whereLayer("savings")
                .mayOnlyAccessLayers("protocol", "campus", "rows")
                .whereLayer("torrent")
                .mayOnlyAccessLayers("bencode", "protocol")
                .whereLayer("content")
                .mayOnlyAccessLayers("torrent", "protocol")
                .whereLayer("site")
                .mayOnlyAccessLayers("content", "torrent", "protocol")
                .whereLayer("release")
                .mayOnlyAccessLayers("site", "content", "torrent", "protocol")
                .whereLayer("admin")
                .mayOnlyAccessLayers("release", "content", "protocol")
                .whereLayer("config")
                .mayOnlyAccessLayers("campus")
                .whereLayer("store")
                .mayOnlyAccessLayers("swarm", "savings", "admin", "release", "protocol", "campus")
                .whereLayer("web")
                .mayOnlyAccessLayers("swarm", "savings", "admin", "release", "protocol", "campus")
                .whereLayer("wiring")
                .mayOnlyBeAccessedByLayers("launch")
                .whereLayer("launch")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("seedbed.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheWebKnowsServlets() {
        noClasses()
                .that()
                .resideOutsideOfPackages("seedbed.web..", "seedbed.wiring..", "seedbed.launch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void onlyTheLauncherKnowsJetty() {
        noClasses()
                .that()
                .resideOutsideOfPackage("seedbed.launch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..", "io.zonky..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreSpeaksSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages("seedbed.store..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Connection")
                .check(CLASSES);
    }

    @Test
    void nothingIsNamedAfterNoDecision() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Service)")
                .check(CLASSES);
    }

    @Test
    void noStaticFieldCanBeChanged() {
        fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(CLASSES);
    }

    @Test
    void servletsAreEndpoints() {
        classes()
                .that()
                .areAssignableTo("jakarta.servlet.http.HttpServlet")
                .should()
                .beAssignableTo("seedbed.web.Endpoint")
                .check(CLASSES);
    }
}
