package io.github.chimefake.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The module of parameterized tests is optional: the extension works in a JVM that does not have it. */
@Tag("slow")
class WithoutParamsTest {
    private static final long TIMEOUT_SECONDS = 240;

    @TempDir
    private Path directory;

    @Test
    void theExtensionWorks() throws Exception {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPathWithoutParams(),
                        WithoutParamsProgram.class.getName())
                .redirectOutput(output.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(Files.readAllLines(output)).containsExactlyElementsOf(WithoutParamsProgram.EXPECTED);
        assertThat(process.exitValue()).isZero();
    }

    private static String classPathWithoutParams() throws Exception {
        Path params = Path.of(ParameterizedTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        !entry.isEmpty() && !Path.of(entry).toAbsolutePath().equals(params.toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
