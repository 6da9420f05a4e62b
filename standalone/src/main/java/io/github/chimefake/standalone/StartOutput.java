package io.github.chimefake.standalone;

import static java.util.Comparator.comparing;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.http.HostNames;
import io.github.chimefake.internal.http.ListenAddress;
import io.github.chimefake.state.StoredUser;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * What the program prints once the fake responds; the address is in the first line. It has the key of the default caller, and never the
 * control token.
 */
final class StartOutput {
    private static final int MAX_USERS = 20;

    private final ChimeMessagingServer chime;
    private final Optional<String> control;
    private final Optional<HttpsPort> https;
    private final Settings settings;
    private final List<StoredUser> users;

    /**
     * Creates the output.
     *
     * @param control the address of the control API; empty if there is none
     * @param https the port for HTTPS; empty if there is none
     */
    StartOutput(ChimeMessagingServer chime, Optional<String> control, Optional<HttpsPort> https, Settings settings) {
        this.chime = chime;
        this.control = control;
        this.https = https;
        this.settings = settings;
        this.users = chime.state().users().stream()
                .sorted(comparing(user -> user.adminSince().isPresent()))
                .toList();
    }

    String print() {
        return settings.log() == Options.LogFormat.json ? json() : plain();
    }

    private String plain() {
        StringBuilder text = new StringBuilder();
        text.append("chime-messaging-fake ")
                .append(Version.number())
                .append(" listens at ")
                .append(chime.endpoint())
                .append('\n');
        https.ifPresent(port -> {
            row(text, "HTTPS", port.address().toString());
            row(text, "certificate", port.certificate().toString());
        });
        row(text, "sessions", (https.isPresent() ? "ws and wss://" : "ws://") + sessions() + "/connect");
        control.ifPresent(address -> row(text, "control API", address + "/v1"));
        advertised().forEach(address -> row(text, "advertised", address));
        row(text, "open to", openTo());
        row(text, "hosts", String.join(", ", hosts()));
        row(text, "region", chime.region());
        row(text, "app instance", chime.appInstance().arn());
        users.stream()
                .limit(MAX_USERS)
                .forEach(user -> row(text, user.adminSince().isPresent() ? "admin" : "user", user.arn()));
        if (users.size() > MAX_USERS) {
            row(text, "users", (users.size() - MAX_USERS) + " more");
        }
        row(text, "unregistered", user("unregistered") + "  (as a bearer: UnauthorizedClientException)");
        row(text, "access key", credentials().accessKeyId());
        row(text, "secret key", credentials().secretAccessKey());
        snippets()
                .forEach((client, snippet) ->
                        text.append('\n').append(client).append(":\n").append(snippet.indent(2)));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(String.format("%-13s %s%n", name, value));
    }

    private String json() {
        return new JsonBuilder()
                        .text("event", "started")
                        .text("version", Version.number())
                        .text("endpoint", chime.endpoint().toString())
                        .text("httpsEndpoint", https.map(port -> port.address().toString()))
                        .text(
                                "caCertificate",
                                https.map(port -> port.certificate().toString()))
                        .text(
                                "caTrustStore",
                                https.map(port -> port.trustStore().toString()))
                        .text("caCertificatePem", https.map(HttpsPort::certificatePem))
                        .text("sessionEndpoint", sessions())
                        .flag("sessionTls", https.isPresent())
                        .text("control", control)
                        .texts("advertised", advertised())
                        .text("bind", settings.bind())
                        .texts("hosts", hosts())
                        .flag("knownKeysOnly", settings.knownKeysOnly())
                        .flag("controlNeedsToken", settings.controlToken().isPresent())
                        .text("region", chime.region())
                        .text("appInstanceArn", chime.appInstance().arn())
                        .texts("userArns", arns(user -> user.adminSince().isEmpty()))
                        .texts("adminArns", arns(user -> user.adminSince().isPresent()))
                        .text("accessKeyId", credentials().accessKeyId())
                        .text("secretAccessKey", credentials().secretAccessKey())
                        .texts("snippets", snippets())
                        .toJson()
                        .toString()
                + "\n";
    }

    /** Returns the address of messaging sessions. */
    private String sessions() {
        return settings.sessions()
                .endpoint()
                .orElseGet(() ->
                        chime.endpoint().getHost() + ":" + chime.sessions().port());
    }

    /** Returns who can reach the fake, and what it demands of them. */
    private String openTo() {
        String whom = settings.isLocal()
                ? "this machine"
                : "every machine that reaches " + (bind().isAnyLocalAddress() ? "this one" : settings.bind());
        String keys = settings.knownKeysOnly() ? "known access keys only" : "any access key";
        String token = control.isEmpty()
                ? ""
                : settings.controlToken().isPresent()
                        ? "; control API with its token"
                        : "; control API without a token";
        return whom + "; " + keys + token;
    }

    /** Returns what clients may write into Host. */
    private List<String> hosts() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of("localhost"),
                                Stream.of(bind())
                                        .filter(address -> !address.isAnyLocalAddress())
                                        .map(address -> chime.endpoint().getHost())),
                        settings.hosts().stream())
                .distinct()
                .toList();
    }

    private InetAddress bind() {
        return ListenAddress.parse(settings.bind()).orElseThrow(); // The fake listens at it.
    }

    /** Returns the addresses by advertised names; a name without a port has that of the fake. */
    private List<String> advertised() {
        return settings.advertised().stream()
                .flatMap(name -> HostNames.parse(name).stream())
                .map(name -> "http://" + name.host() + ":" + orOurs(name.port()))
                .toList();
    }

    private int orOurs(OptionalInt port) {
        return port.orElse(chime.endpoint().getPort());
    }

    private Map<String, String> snippets() {
        String address =
                advertised().stream().findFirst().orElse(chime.endpoint().toString());
        String host = Stream.of(address.substring("http://".length()))
                .flatMap(name -> HostNames.parse(name).stream())
                .findFirst()
                .orElseThrow()
                .host();
        Snippets snippets = new Snippets(
                address,
                host,
                chime.region(),
                credentials(),
                chime.appInstance().arn(),
                users.stream().findFirst().map(StoredUser::arn).orElseGet(() -> user("YOUR-USER")),
                user("unregistered"));
        return https.map(port -> snippets.and(port.snippets(host))).orElseGet(snippets::all);
    }

    private List<String> arns(Predicate<StoredUser> which) {
        return users.stream().filter(which).map(StoredUser::arn).toList();
    }

    private AwsCredentials credentials() {
        return chime.caller().credentials();
    }

    private String user(String id) {
        return chime.appInstance().arn() + "/user/" + id;
    }
}
