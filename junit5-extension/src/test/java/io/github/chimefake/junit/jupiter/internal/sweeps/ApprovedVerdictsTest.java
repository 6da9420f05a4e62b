package io.github.chimefake.junit.jupiter.internal.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovedVerdictsTest {
    private final SweepReport report =
            SweepEngine.of("posts", SweepSettings.defaults()).report();

    @TempDir
    private Path project;

    private SweepFiles files(Optional<Path> of) {
        return new SweepFiles("ChatTest.posts", "ChatTest.posts", of, project.resolve("target"));
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
}
