package io.github.chimefake.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The options, and which of them are refused. */
class OptionsTest {
    private static final Map<String, String> NO_VARIABLES = Map.of();

    private static Settings settings(Map<String, String> environment, String... args) {
        Options options = new Options();
        new CommandLine(options).setOverwrittenOptionsAllowed(false).parseArgs(args);
        return options.settings(environment);
    }

    private static Settings settings(String arguments) {
        return settings(NO_VARIABLES, arguments.isEmpty() ? new String[0] : arguments.split(" "));
    }

    @Test
    void theDefaultsAreForThisMachineOnly() {
        assertThat(settings(""))
                .isEqualTo(new Settings(
                        8111,
                        Optional.empty(),
                        Optional.empty(),
                        new Settings.Sessions(0, Optional.empty()),
                        "127.0.0.1",
                        List.of(),
                        "arn:aws:chime:us-east-1:111122223333:app-instance/chat",
                        Optional.empty(),
                        Settings.Streams.NONE,
                        Optional.empty(),
                        false,
                        Options.LogFormat.plain,
                        false));
    }

    @Test
    void theAuthorityIsInMemoryUnlessADirectoryIsGiven() {
        assertThat(settings("--https-port 8443").https()).contains(new Settings.Https(8443, Optional.empty()));
        assertThat(settings("--https-port 0 --ca-dir ca").https())
                .contains(new Settings.Https(0, Optional.of(Path.of("ca"))));
    }

    @Test
    void sessionsHaveAPortAndMayHaveAnotherEndpoint() {
        assertThat(settings("--session-port 8113 --session-endpoint chat.test:443")
                        .sessions())
                .isEqualTo(new Settings.Sessions(8113, Optional.of("chat.test:443")));
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> settings("--session-port 70000"))
                .withMessageContaining("--session-port 70000 is not a port");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> settings("--session-endpoint wss://chat.test/connect"))
                .withMessageContaining("--session-endpoint wss://chat.test/connect is not a host");
    }

    @Test
    void anAppInstanceIsAnArnOrAnId() {
        String arn = "arn:aws:chime:eu-central-1:444455556666:app-instance/x";

        assertThat(settings("--app-instance " + arn).appInstance()).isEqualTo(arn);
        assertThat(settings("--app-instance sales").appInstance())
                .isEqualTo("arn:aws:chime:us-east-1:111122223333:app-instance/sales");
    }

    @Test
    void streamsGoToFilesAndToUrlsOnLoopbackOrAllowedHosts() {
        assertThat(settings("--stream-file out.jsonl --stream-url http://127.0.0.1:9/x")
                        .streams())
                .isEqualTo(new Settings.Streams(
                        Optional.of(Path.of("out.jsonl")), Optional.of(URI.create("http://127.0.0.1:9/x")), List.of()));
        assertThat(settings("--stream-url https://collector.test --allow-stream-host collector.test")
                        .streams()
                        .hosts())
                .containsExactly("collector.test");
    }

    @ParameterizedTest
    @CsvSource({
        "--stream-url https://collector.test, is on collector.test",
        "--stream-url ftp://127.0.0.1/, is neither http nor https",
        "--stream-url http://a:b@127.0.0.1/, has a user or a password",
        "--stream-url http://127.0.0.1 --allow-stream-host http://x, is not a host",
        "--allow-stream-host collector.test, without --stream-url",
    })
    void otherUrlsForStreamsAreRefused(String arguments, String message) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> settings(arguments))
                .withMessageContaining(message);
    }

    @Test
    void advertisedNamesHoldForBothPorts() {
        assertThat(settings("--advertise chime.test:8111 --advertise CHIME.test --advertise [::1]:7")
                        .hosts())
                .containsExactly("chime.test", "[0:0:0:0:0:0:0:1]");
    }

    @Test
    void theTokenComesFromTheEnvironmentUnlessItIsGiven() {
        Map<String, String> environment = Map.of("CHIME_CONTROL_TOKEN", "from-environment");

        assertThat(settings(environment, "--control-port", "0").controlToken()).contains("from-environment");
        assertThat(settings(environment, "--control-port", "0", "--control-token", "given")
                        .controlToken())
                .contains("given");
        assertThat(settings(environment).controlToken())
                .as("without a control API")
                .isEmpty();
    }

    @Test
    void noTextOfTheSettingsHasTheToken() {
        assertThat(settings("--control-port 0 --control-token hidden").toString())
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bind 0.0.0.0 --any-key",
                "--bind 0.0.0.0 --known-keys-only",
                "--bind :: --known-keys-only --control-port 0 --control-token secret",
                "--bind 192.168.1.7 --any-key --control-port 0 --control-token secret",
                "--bind localhost --control-port 0",
                "--bind 127.0.0.2",
                "--bind ::1 --control-port 0"
            })
    void accepted(String arguments) {
        assertThat(settings(arguments)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bind 0.0.0.0 | --known-keys-only, so that only callers of the fake can use it, or --any-key",
                "--bind :: --control-port 0 --control-token secret | --known-keys-only",
                "--bind 0.0.0.0 --any-key --control-port 0 | The control API then needs a token",
                "--bind 10.0.0.1 --known-keys-only --control-port 0 | environment variable CHIME_CONTROL_TOKEN",
                "--known-keys-only --any-key | which contradict each other. Leave out one of them.",
                "--control-token secret | without --control-port",
                "--bind chime.test --any-key | --bind chime.test is not an IP address",
                "--port 65536 | --port 65536 is not a port. Use 1 to 65535, or 0 for a free one.",
                "--control-port -1 | --control-port -1 is not a port",
                "--advertise http://chime.test | --advertise http://chime.test is not a host",
                "--advertise chime.test:65536 | is not a host",
                "--https-port 65536 | --https-port 65536 is not a port",
                "--ca-dir ca | --ca-dir was given without --https-port",
                "--port x | '--port'",
                "--log xml | '--log'",
                "--port 1 --port 2 | only once",
                "--bnid 0.0.0.0 | '--bnid'",
                "something | 'something'"
            })
    void refused(String arguments, String text) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> settings(arguments))
                .withMessageContaining(text)
                .withMessageNotContaining("secret");
    }

    @Test
    void aTokenThatCannotBeSentIsRefusedWithoutItsText() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> settings(Map.of("CHIME_CONTROL_TOKEN", "secret\n"), "--control-port", "0"))
                .withMessageContaining("environment variable CHIME_CONTROL_TOKEN")
                .withMessageContaining("line break")
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> settings("--control-port 0 --control-token secret\u00e4"))
                .withMessageContaining("--control-token has other characters")
                .withMessageNotContaining("secret");
    }

    @Test
    void anEmptyTokenIsRefused() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> settings(Map.of("CHIME_CONTROL_TOKEN", ""), "--control-port", "0"))
                .withMessageContaining("The control token is empty");
    }
}
