package io.github.chimefake.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AssertJ is optional: the fake loads, starts and serves in a JVM that does not have it. */
@Tag("slow")
class WithoutAssertJTest {
    private static final long TIMEOUT_SECONDS = 240;

    @TempDir
    private Path directory;

    @Test
    void theFakeServes() throws Exception {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPathWithoutAssertJ(),
                        WithoutAssertJProgram.class.getName())
                .redirectOutput(output.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        List<String> lines = Files.readAllLines(output);
        assertThat(lines).containsExactlyElementsOf(WithoutAssertJProgram.EXPECTED);
        assertThat(process.exitValue()).isZero();
    }

    private static String classPathWithoutAssertJ() throws IOException {
        Path assertJ = Path.of(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        !entry.isEmpty() && !Path.of(entry).toAbsolutePath().equals(assertJ.toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
