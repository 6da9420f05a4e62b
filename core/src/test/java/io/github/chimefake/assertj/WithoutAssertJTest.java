package io.github.chimefake.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.session.MessagingSession;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AssertJ and the client of sessions are optional: the fake loads, starts and serves in a JVM that has neither. */
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
                        classPathWithoutOptionalJars(),
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

    private static String classPathWithoutOptionalJars() {
        Set<Path> optional = Set.of(jarOf(Assertions.class), jarOf(MessagingSession.class));
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        !entry.isEmpty() && !optional.contains(Path.of(entry).toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toAbsolutePath();
    }
}
