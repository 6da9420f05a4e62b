package io.github.chimefake.standalone;

import io.github.chimefake.internal.http.HostNames;
import io.github.chimefake.internal.http.ListenAddress;
import io.github.chimefake.internal.streams.StreamUrl;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options as they were given; {@link #settings} checks them against each other. */
@Command(
        name = "java -jar chime-messaging-fake-standalone.jar",
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpWidth = 110,
        usageHelpAutoWidth = false,
        description =
                "Runs a fake of Amazon Chime SDK messaging and identity until Ctrl-C. All other settings are those of the control API.")
final class Options {
    /** So that the token is on no command line, which other users of the machine can read. */
    static final String TOKEN_VARIABLE = "CHIME_CONTROL_TOKEN";

    /** What {@code ChimeControlBuilder.token} accepts. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,4096}");

    private static final int HIGHEST_PORT = 65_535;
    private static final String APP_INSTANCE_PREFIX = "arn:aws:chime:us-east-1:111122223333:app-instance/";

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8111",
            description = "Port of the fake; 0 takes a free one. Default: ${DEFAULT-VALUE}")
    int port;

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description = "Port of the fake for HTTPS; 0 takes a free one. Default: no HTTPS")
    @Nullable
    Integer httpsPort;

    @Option(
            names = "--ca-dir",
            paramLabel = "DIR",
            description = "Directory that keeps the certificate authority for HTTPS, with its key, for the next start."
                    + " Default: a new authority at each start, whose key is only in memory")
    @Nullable
    Path caDirectory;

    @Option(
            names = "--control-port",
            paramLabel = "PORT",
            description = "Port of the control API; 0 takes a free one. Default: no control API")
    @Nullable
    Integer controlPort;

    @Option(
            names = "--session-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of messaging sessions (WebSocket, with --https-port over TLS, too); 0 takes a free one."
                    + " Default: ${DEFAULT-VALUE}")
    int sessionPort;

    @Option(
            names = "--session-endpoint",
            paramLabel = "HOST[:PORT]",
            description = "Endpoint that GetMessagingSessionEndpoint returns, for example that of a proxy. Default: the"
                    + " host under which the client reached the fake, with the session port")
    @Nullable
    String sessionEndpoint;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "IP address to listen at, on all ports; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}")
    String bind = "";

    @Option(
            names = "--advertise",
            paramLabel = "HOST[:PORT]",
            description = "Name under which clients reach the fake, accepted in Host on all ports; can be repeated."
                    + " The first one is in the snippets. Default: none")
    List<String> advertised = new ArrayList<>();

    @Option(
            names = "--app-instance",
            paramLabel = "ARN",
            description = "ARN of the app instance, which also says the region and the account, or its id."
                    + " Default: " + APP_INSTANCE_PREFIX + "chat")
    @Nullable
    String appInstance;

    @Option(
            names = "--fixtures",
            paramLabel = "FILE",
            description = "Test data and settings, as the control API takes them: JSON, or YAML if the name says so."
                    + " Default: the users alice and bob, and the administrator admin")
    @Nullable
    Path fixtures;

    @Option(
            names = "--stream-file",
            paramLabel = "FILE",
            description = "File to which the records of streaming configurations are appended, one JSON object in each"
                    + " line. Default: none")
    @Nullable
    Path streamFile;

    @Option(
            names = "--stream-url",
            paramLabel = "URL",
            description =
                    "URL to which the records of streaming configurations are sent, each by a POST: http or https,"
                            + " on loopback or an allowed host. Default: none")
    @Nullable
    URI streamUrl;

    @Option(
            names = "--allow-stream-host",
            paramLabel = "NAME",
            description = "Host, besides loopback, that --stream-url may name; can be repeated. Default: none")
    List<String> streamHosts = new ArrayList<>();

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "Token that requests to the control API need. Default: environment variable " + TOKEN_VARIABLE
                    + ", else none")
    @Nullable
    String controlToken;

    @Option(
            names = "--known-keys-only",
            description = "Accept only access keys of callers of the fake, with random secrets. Default: any key")
    boolean knownKeysOnly;

    @Option(
            names = "--any-key",
            description =
                    "Accept any access key, also at an address that other machines reach. Default there: an error")
    boolean anyKey;

    @Option(
            names = "--log",
            paramLabel = "plain|json",
            defaultValue = "plain",
            description =
                    "Form of all output: lines for people, or one JSON object in each line. Default: ${DEFAULT-VALUE}")
    LogFormat log = LogFormat.plain;

    @Option(
            names = "--until-stdin-closes",
            description =
                    "End when standard input ends, so when the program that started it ends. Default: only by a signal")
    boolean untilStdinCloses;

    @Option(names = "--help", usageHelp = true, description = "Print this help")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Print the version")
    boolean version;

    @Option(names = "--print-openapi", description = "Print the OpenAPI document of the control API")
    boolean printOpenApi;

    @Option(
            names = "--print-fixtures-schema",
            description = "Print the JSON Schema of the file that --fixtures takes, for editors")
    boolean printFixturesSchema;

    /** The forms of output. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum LogFormat {
        plain,
        json
    }

    /**
     * Returns the settings.
     *
     * @param environment the environment variables
     * @throws ParameterException if options are not valid or contradict each other
     */
    Settings settings(Map<String, String> environment) {
        requirePort("--port", port);
        requirePort("--session-port", sessionPort);
        if (controlPort != null) {
            requirePort("--control-port", controlPort);
        }
        if (ListenAddress.parse(bind).isEmpty()) {
            throw invalid("--bind " + bind
                    + " is not an IP address. Use one of this machine, 0.0.0.0 for all of them, or" + " localhost.");
        }
        if (httpsPort != null) {
            requirePort("--https-port", httpsPort);
        } else if (caDirectory != null) {
            throw invalid("--ca-dir was given without --https-port, so there is no HTTPS that needs a certificate."
                    + " Add --https-port, or leave the directory out.");
        }
        advertised.forEach(name -> requireHost("--advertise", name));
        if (sessionEndpoint != null) {
            requireHost("--session-endpoint", sessionEndpoint);
        }
        if (knownKeysOnly && anyKey) {
            throw invalid(
                    "--known-keys-only and --any-key were given, which contradict each other. Leave out one of them.");
        }
        if (controlToken != null && controlPort == null) {
            throw invalid("--control-token was given without --control-port, so there is no control API that needs it."
                    + " Add --control-port, or leave the token out.");
        }
        Optional<String> token = Optional.ofNullable(controlToken)
                .or(() -> Optional.ofNullable(environment.get(TOKEN_VARIABLE)))
                .filter(given -> controlPort != null);
        token.ifPresent(this::requireToken);
        requireProtection(token);
        requireStreamUrl();
        return new Settings(
                port,
                Optional.ofNullable(httpsPort)
                        .map(https -> new Settings.Https(https, Optional.ofNullable(caDirectory))),
                Optional.ofNullable(controlPort),
                new Settings.Sessions(sessionPort, Optional.ofNullable(sessionEndpoint)),
                bind,
                advertised,
                arn(Optional.ofNullable(appInstance).orElse("chat")),
                Optional.ofNullable(fixtures),
                new Settings.Streams(
                        Optional.ofNullable(streamFile), Optional.ofNullable(streamUrl), List.copyOf(streamHosts)),
                token,
                knownKeysOnly,
                log,
                untilStdinCloses);
    }

    /** The message does not repeat the token. */
    private void requireToken(String token) {
        if (token.isEmpty()) {
            throw invalid(
                    "The control token is empty. It needs at least one character. Set one with --control-token or "
                            + TOKEN_VARIABLE + ", or leave it out.");
        }
        if (!TOKEN.matcher(token).matches()) {
            String source = controlToken != null ? "--control-token" : "the environment variable " + TOKEN_VARIABLE;
            String problem = token.equals(token.strip())
                    ? "other characters, or more than 4096"
                    : "white space at its beginning or end, for example a line break";
            throw invalid("The control token of " + source + " has " + problem
                    + ". Use 1 to 4096 letters, digits and -._~+/=.");
        }
    }

    /** At another address than loopback, other machines reach the fake. */
    private void requireProtection(Optional<String> token) {
        if (Settings.isLoopback(bind)) {
            return;
        }
        String open = "--bind " + bind + " opens the fake to other machines. ";
        if (!knownKeysOnly && !anyKey) {
            throw invalid(
                    open + "Add --known-keys-only, so that only callers of the fake can use it, or --any-key, so that"
                            + " everybody can.");
        }
        if (controlPort != null && token.isEmpty()) {
            throw invalid(open
                    + "The control API then needs a token. Set one with --control-token or the environment variable "
                    + TOKEN_VARIABLE + ", or leave out --control-port.");
        }
    }

    private void requireStreamUrl() {
        if (streamUrl == null && !streamHosts.isEmpty()) {
            throw invalid("--allow-stream-host was given without --stream-url, so nothing is sent to a host."
                    + " Add --stream-url, or leave the host out.");
        }
        try {
            streamHosts.forEach(StreamUrl::requireHost);
            if (streamUrl != null) {
                StreamUrl.parse(streamUrl, streamHosts);
            }
        } catch (IllegalArgumentException refused) {
            throw invalid(refused.getMessage() + ". The options are --stream-url and --allow-stream-host.");
        }
    }

    private static String arn(String given) {
        return given.startsWith("arn:") ? given : APP_INSTANCE_PREFIX + given;
    }

    private void requirePort(String option, int number) {
        if (number < 0 || number > HIGHEST_PORT) {
            throw invalid(
                    option + " " + number + " is not a port. Use 1 to " + HIGHEST_PORT + ", or 0 for a free one.");
        }
    }

    private void requireHost(String option, String text) {
        if (HostNames.parse(text)
                .filter(host -> host.port().orElse(1) <= HIGHEST_PORT)
                .isEmpty()) {
            throw invalid(option + " " + text + " is not a host. Use a name or an address with or without a port, for"
                    + " example chime.test:8111.");
        }
    }

    private ParameterException invalid(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
