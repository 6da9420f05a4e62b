package io.github.chimefake.leftovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class LeftoversTest {
    /** Longer than any of the programs takes on a machine with much else to do: that one ends at all is what is tested. */
    private static final long TIMEOUT_SECONDS = 240;

    @TempDir
    private Path directory;

    private List<String> run(Class<?> program) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectOutput(output.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .as("ends; its output was %s", Files.readAllLines(output))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(output);
    }

    @Test
    void neitherStartsNorEndsLeaveAnything() throws IOException, InterruptedException {
        assertThat(run(LeftoversProgram.class))
                .containsExactlyElementsOf(new Scenes()
                        .all().keySet().stream()
                                .map(scene -> scene + ": " + LeftoversProgram.NOTHING)
                                .toList());
    }

    @Test
    void aProgramThatForgetsItsFakeEnds() throws IOException, InterruptedException {
        assertThat(run(ForgottenFakeProgram.class)).containsExactly(ForgottenFakeProgram.LAST_WORDS);
    }
}
