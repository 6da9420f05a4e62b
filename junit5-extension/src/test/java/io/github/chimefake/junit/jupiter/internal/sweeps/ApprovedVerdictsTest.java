package io.github.chimefake.junit.jupiter.internal.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.junit.jupiter.FaultSweep;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovedVerdictsTest {
    private final SweepReport report =
            SweepEngine.of("posts", SweepSettings.defaults()).report();

    @TempDir
    private Path project;

    private SweepFiles files(Optional<Path> of) {
        return new SweepFiles(
                "ChatTest.posts",
                "Outer$ChatTest#posts",
                "ChatTest.posts",
                of.map(directory -> directory.resolve("src/test/resources")),
                project.resolve("target"));
    }

    @Test
    void aBuildServerApprovesNothing() {
        ApprovedVerdicts verdicts = ApprovedVerdicts.of(files(Optional.of(project)), true, true);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> verdicts.compare(report))
                .withMessageContaining("where the environment variable CI is set");
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void theFileIsBesideTheSources() {
        ApprovedVerdicts.of(files(Optional.of(project)), true, false).compare(report);

        assertThat(project.resolve("src/test/resources/chime-sweeps/ChatTest.posts.txt"))
                .content()
                .startsWith("# The approved verdicts of ChatTest.posts");
        ApprovedVerdicts.of(files(Optional.of(project)), false, true).compare(report);
    }

    @Test
    void withoutSourcesNothingCanBeApproved() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ApprovedVerdicts.of(files(Optional.empty()), true, false)
                        .compare(report))
                .withMessageContaining("were not found beside its classes");
    }

    @Test
    void filesAreFoundFromThePlaceOfTheClasses() throws NoSuchMethodException {
        SweepFiles files = SweepFiles.of(
                ApprovedVerdictsTest.class.getDeclaredMethod("filesAreFoundFromThePlaceOfTheClasses"),
                ApprovedVerdictsTest.class,
                Optional.of(project));

        assertThat(files.testName())
                .isEqualTo(ApprovedVerdictsTest.class.getName() + ".filesAreFoundFromThePlaceOfTheClasses");
        assertThat(files.approved().orElseThrow()).startsWithRaw(project);
    }

    @Test
    void aMissingFileFailsWithTheCommand() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ApprovedVerdicts.of(files(Optional.of(project)), false, true)
                        .compare(report))
                .withMessageContaining("mvn test -Dtest='Outer$ChatTest#posts' -Dchime.fake.sweep.approve");
    }

    static class Swept {
        @FaultSweep
        void posts(Sweep sweep) {}

        @FaultSweep
        void reads(Sweep sweep) {}

        @FaultSweep
        void reads(Sweep sweep, int times) {}
    }

    @Test
    void filesOfMethodsThatAreNotThereAreFound() throws Exception {
        SweepFiles files =
                SweepFiles.of(Swept.class.getDeclaredMethod("posts", Sweep.class), Swept.class, Optional.of(project));
        Path approved = files.approved().orElseThrow();
        assertThat(files.withoutMethod(Swept.class)).isEmpty();

        Files.createDirectories(approved.getParent());
        String prefix = Swept.class.getName().replace('$', '.');
        for (String name : List.of(
                prefix + ".posts.txt",
                prefix + ".reads(Sweep).txt",
                prefix + ".reads(Sweep,int).txt",
                prefix + ".Nested.sends.txt",
                prefix + "Other.sends.txt",
                prefix + ".reads.txt",
                prefix + ".sends.txt")) {
            Files.writeString(approved.resolveSibling(name), "");
        }

        assertThat(files.withoutMethod(Swept.class))
                .containsExactly(
                        approved.resolveSibling(prefix + ".reads.txt"), approved.resolveSibling(prefix + ".sends.txt"));
    }

    @ParameterizedTest
    @CsvSource({
        "target/test-classes, test, target",
        "build/classes/java/test, test, build",
        "build/classes/kotlin/integrationTest, integrationTest, build",
        "out/integrationTest/classes, integrationTest, out",
        "bin/test, test, bin",
        "target/it-classes, test, target"
    })
    void filesAreThoseOfTheSourceSet(String classes, String set, String output) throws Exception {
        Files.createDirectories(project.resolve("src/test"));
        Files.createDirectories(project.resolve("src/integrationTest"));

        SweepFiles files = SweepFiles.of(
                ApprovedVerdictsTest.class.getDeclaredMethod("aMissingFileFailsWithTheCommand"),
                ApprovedVerdictsTest.class,
                Optional.of(project.resolve(classes)),
                Optional.empty());

        assertThat(files.approved().orElseThrow().getParent())
                .isEqualTo(project.resolve("src/" + set + "/resources/chime-sweeps"));
        assertThat(files.output()).isEqualTo(project.resolve(output + "/chime-sweep"));
        assertThat(files.selection()).isEqualTo("ApprovedVerdictsTest#aMissingFileFailsWithTheCommand");
    }
}
