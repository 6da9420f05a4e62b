package io.github.chimefake.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs what {@link RunFake} prints for other clients, as they are, in surroundings that name other credentials, profiles, regions,
 * endpoints and proxies. Needs the clients: {@code .ci/other-clients} installs them and says where.
 */
@EnabledIfSystemProperty(
        named = OtherClientsTest.CLIENTS,
        matches = ".+",
        disabledReason = "The clients are not at hand: run .ci/other-clients")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OtherClientsTest {
    static final String CLIENTS = "other.clients";

    private static final String NOWHERE = "http://127.0.0.1:9";
    private static final String REFUSAL = "An invalid app instance user ARN was supplied";

    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("AWS_ACCESS_KEY_ID", "AKIAFOREIGN"),
            Map.entry("AWS_SECRET_ACCESS_KEY", "foreign"),
            Map.entry("AWS_SESSION_TOKEN", "foreign"),
            Map.entry("AWS_SECURITY_TOKEN", "foreign"),
            Map.entry("AWS_PROFILE", "foreign"),
            Map.entry("AWS_DEFAULT_PROFILE", "foreign"),
            Map.entry("AWS_REGION", "eu-west-3"),
            Map.entry("AWS_DEFAULT_REGION", "eu-west-3"),
            Map.entry("AWS_ENDPOINT_URL", NOWHERE),
            Map.entry("AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING", NOWHERE),
            Map.entry("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "maybe"),
            Map.entry("AWS_USE_FIPS_ENDPOINT", "true"),
            Map.entry("AWS_USE_DUALSTACK_ENDPOINT", "true"),
            Map.entry("AWS_CA_BUNDLE", "no-such-file"),
            Map.entry("AWS_RETRY_MODE", "foreign"),
            Map.entry("AWS_MAX_ATTEMPTS", "many"),
            Map.entry("AWS_DEFAULTS_MODE", "foreign"),
            Map.entry("AWS_DEFAULT_OUTPUT", "foreign"),
            Map.entry("AWS_PAGER", "no-such-command"),
            Map.entry("AWS_CLI_AUTO_PROMPT", "on"),
            Map.entry("AWS_ROLE_ARN", "arn:aws:iam::999999999999:role/foreign"),
            Map.entry("AWS_WEB_IDENTITY_TOKEN_FILE", "no-such-file"),
            Map.entry("AWS_AUTH_SCHEME_PREFERENCE", "foreign"),
            Map.entry("HTTP_PROXY", NOWHERE),
            Map.entry("http_proxy", NOWHERE),
            Map.entry("HTTPS_PROXY", NOWHERE),
            Map.entry("https_proxy", NOWHERE),
            Map.entry("ALL_PROXY", NOWHERE),
            Map.entry("all_proxy", NOWHERE),
            Map.entry("NO_PROXY", "foreign.example"),
            Map.entry("no_proxy", "foreign.example"));

    private final Path clients = Path.of(System.getProperty(CLIENTS, ""));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "zsh"})
    void theCommandLineReachesTheFake(String shell) throws IOException {
        assumeTrue(isInstalled(shell), shell + " is not installed");

        assertThat(runExample("AWS CLI", "cli.sh", shell))
                .contains("/channel/general\"", "\"MessageId\"", "(UnauthorizedClientException)", REFUSAL)
                .doesNotContain("UnrecognizedClientException");
    }

    @Test
    void pythonReachesTheFake() throws IOException {
        assertThat(runExample("Python", "example.py", "python"))
                .contains("(UnauthorizedClientException)", REFUSAL)
                .doesNotContain("Traceback");
    }

    @Test
    void javaScriptReachesTheFake() throws IOException {
        assertThat(runExample("JavaScript", "example.mjs", "node")).contains("true " + REFUSAL);
    }

    private static boolean isInstalled(String command) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** Runs a printed example against the fake that printed it, and returns what it wrote. */
    private String runExample(String heading, String file, String interpreter) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        RunFake.run(
                List.of("0"),
                () -> written.writeBytes(
                        execute(PrintedExample.of(printed.toString(UTF_8), heading), file, interpreter)),
                new PrintStream(printed, true, UTF_8));
        return written.toString(UTF_8);
    }

    private byte[] execute(String example, String file, String interpreter) {
        try {
            Path broken = Files.writeString(directory.resolve("config"), "[default\nno configuration\n");
            // Node looks for packages beside the file.
            Path script = Files.writeString(clients.resolve(file), example);
            ProcessBuilder process = new ProcessBuilder(interpreter, script.toString()).redirectErrorStream(true);
            Map<String, String> environment = process.environment();
            environment.putAll(FOREIGN);
            environment.put("AWS_CONFIG_FILE", broken.toString());
            environment.put("AWS_SHARED_CREDENTIALS_FILE", broken.toString());
            environment.put("PATH", clients.resolve("python/bin") + ":" + System.getenv("PATH"));
            return process.start().getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
