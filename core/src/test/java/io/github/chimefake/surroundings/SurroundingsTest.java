package io.github.chimefake.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ready clients reach the fake whatever the surroundings say. Each row is a fresh JVM. Without {@code -Dsurroundings=all}, only
 * four rows run, which are many settings at once.
 */
@Tag("slow")
class SurroundingsTest {
    private static final String ACCOUNT = "arn:aws:iam::111122223333:";
    private static final List<String> EXPECTED = List.of(
            "client(): attempts 1 by USER, attempts 3 by USER",
            "asyncClient(): attempts 1 by USER, attempts 3 by USER",
            "clients().withoutRetries().client(): attempts 1 by USER, attempts 1 by USER, failed with 503",
            "clients().withoutRetries().asyncClient(): attempts 1 by USER, attempts 1 by USER, failed with 503",
            "clients().speakingFor(user).client(): attempts 1 by ALICE, attempts 3 by ALICE",
            "clients().signedBy(caller).client(): attempts 1 by ROLE, attempts 3 by ROLE",
            "clients().identityClient(): attempts 1 by USER, attempts 3 by USER",
            "clients().identityAsyncClient(): attempts 1 by USER, attempts 3 by USER",
            "message: true 2026-03-04T05:06:07.089Z",
            "after the end: refused",
            "all called");

    @TempDir
    private static Path files;

    private static Stream<Arguments> rows() {
        List<Surroundings> rows =
                "all".equals(System.getProperty("surroundings")) ? AllSurroundings.all() : AllSurroundings.quick();
        return HttpImplementation.atHand().stream()
                .flatMap(http -> rows.stream().map(row -> Arguments.of(http, row)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("rows")
    void readyClientsReachTheFake(HttpImplementation http, Surroundings row) throws Exception {
        try (TrapServer trap = new TrapServer()) {
            SurroundingFiles.write(files, trap.port());
            Path output = Files.createTempFile(files, "output", ".txt");
            Path errors = Files.createTempFile(files, "errors", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command(http, row, trap.port()))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            row.environment().forEach((name, value) -> builder.environment().put(name, resolved(value, trap.port())));

            Process process = builder.start();
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            process.destroyForcibly();

            String printed = read(errors);
            assertThat(ended).as("ended in two minutes; printed %s", printed).isTrue();
            assertThat(trap.received()).as("what came to the proxy").isEmpty();
            assertThat(lines(output)).as("printed %s", printed).containsExactlyElementsOf(EXPECTED);
        }
    }

    private static List<String> lines(Path output) throws IOException {
        return read(output)
                .lines()
                .map(line -> line.replace(ACCOUNT + "user/test", "USER")
                        .replace(ACCOUNT + "user/alice", "ALICE")
                        .replace(ACCOUNT + "role/chat", "ROLE"))
                .toList();
    }

    private static String read(Path file) throws IOException {
        // Whatever charset the JVM was told to use, the lines are ASCII, and errors are only shown.
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private static String resolved(String value, int trap) {
        return value.replace("{trap}", Integer.toString(trap)).replace("{files}", files.toString());
    }

    private static List<String> command(HttpImplementation http, Surroundings row, int trap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-D" + Setups.TRAP + "=" + trap);
        command.add("-D" + Setups.FILES + "=" + files);
        row.properties().forEach((key, value) -> command.add("-D" + key + "=" + resolved(value, trap)));
        command.add("-cp");
        command.add(Stream.concat(
                        row.classPath().stream().map(entry -> resolved(entry, trap)), Stream.of(http.classPath()))
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(ReadyClientsProgram.class.getName());
        row.setups().forEach(setup -> command.add(setup.name()));
        return command;
    }
}
