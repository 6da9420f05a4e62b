package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Requests that the SDK signed, sent over a socket as they are, or changed on the way as a proxy would change them. */
class SignaturesOnTheWireTest {
    private static final String CUSTOM = "x-amz-custom";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();

    /** Returns the request line and the headers of DescribeChannel, signed by the SDK. */
    private List<String> signed(String customHeader) {
        AtomicReference<SdkHttpRequest> sent = new AtomicReference<>();
        try (ChimeSdkMessagingClient client = chime.clients()
                .configure(ChimeSdkMessagingClient.builder())
                .overrideConfiguration(configuration ->
                        configuration.addExecutionInterceptor(new ExecutionInterceptor() {
                            @Override
                            public void beforeTransmission(
                                    Context.BeforeTransmission context, ExecutionAttributes attributes) {
                                sent.set(context.httpRequest());
                            }
                        }))
                .build()) {
            client.describeChannel(describe -> describe.channelArn(general.arn())
                    .chimeBearer(alice.arn())
                    .overrideConfiguration(request -> request.putHeader(CUSTOM, customHeader)));
        }
        List<String> lines = new ArrayList<>();
        lines.add("GET " + sent.get().encodedPath() + " HTTP/1.1");
        sent.get().headers().forEach((name, values) -> values.forEach(value -> lines.add(name + ": " + value)));
        lines.add("Connection: close");
        return lines;
    }

    private PlainSocket.Response send(List<String> lines) throws IOException {
        return PlainSocket.send(chime.endpoint().getPort(), lines, "");
    }

    private static List<String> plus(List<String> lines, String header) {
        List<String> more = new ArrayList<>(lines);
        more.add(header);
        return more;
    }

    private static List<String> changed(List<String> lines, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(lines);
        changed.replaceAll(change);
        return changed;
    }

    private static List<String> withTarget(List<String> lines, UnaryOperator<String> change) {
        return changed(lines, line -> line.startsWith("GET ") ? change.apply(line) : line);
    }

    private static List<String> withCustom(List<String> lines, String value) {
        return changed(lines, line -> line.startsWith(CUSTOM) ? CUSTOM + ":" + value : line);
    }

    private void assertAccepted(List<String> lines) throws IOException {
        assertThat(send(lines).head()).startsWith("HTTP/1.1 200");
    }

    private void assertDenied(List<String> lines, String... explanation) throws IOException {
        PlainSocket.Response response = send(lines);

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.head()).contains("x-amzn-ErrorType: InvalidSignatureException");
        assertThat(chime.journal()
                        .calls()
                        .get(chime.journal().calls().size() - 1)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .contains(explanation);
    }

    @Test
    void whatTheSdkSignedIsAcceptedAsItIs() throws IOException {
        assertAccepted(signed("a b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-added", "X-AMZ-ADDED", "X-Amz-Security-Context", "x-amz-"})
    void aHeaderAddedAfterSigningIsDenied(String name) throws IOException {
        assertDenied(plus(signed("a"), name + ": 1"), "[" + name.toLowerCase(Locale.ROOT) + "]", "must be signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amzn-trace-id", "Content-Type", "User-Agent", "x-amz", "X-Forwarded-For", "Via"})
    void otherHeadersMayBeAddedAfterSigning(String name) throws IOException {
        assertAccepted(plus(signed("a"), name + ": 1"));
    }

    @Test
    void aRepeatedHeaderIsDenied() throws IOException {
        List<String> signed = signed("a");

        assertDenied(plus(signed, CUSTOM + ": b"), CUSTOM, "2 times", "\"a,b\"");
        assertDenied(plus(signed, "x-amz-chime-bearer: " + alice.arn()), "x-amz-chime-bearer", "2 times");
    }

    @Test
    void aHeaderInTwoLinesIsTheOneThatListsBothValues() throws IOException {
        assertAccepted(plus(withCustom(signed("a,b"), "a"), "X-Amz-Custom: b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b c", "  a b c", "a b c  ", "a   b  c", "a\tb c", "\ta b \t c\t"})
    void whiteSpaceOfAHeaderIsOneSpace(String value) throws IOException {
        assertAccepted(withCustom(signed("a b c"), value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a b C", "a bc", "\"a b c\"", "", "a%20b%20c"})
    void anotherValueOfAHeaderIsDenied(String value) throws IOException {
        assertDenied(withCustom(signed("a b c"), value), CUSTOM);
    }

    @Test
    void namesOfHeadersAreTheSameInAnyCaseAndOrder() throws IOException {
        List<String> lines = signed("a");
        List<String> otherOrder = new ArrayList<>(List.of(lines.get(0)));
        for (int i = lines.size() - 1; i > 0; i--) {
            String[] parts = lines.get(i).split(":", 2);
            otherOrder.add(parts[0].toUpperCase(Locale.ROOT) + ":" + parts[1]);
        }

        assertAccepted(otherOrder);
    }

    @ParameterizedTest
    @CsvSource({"%3A, :", "%2F, %2f", "general, %67eneral"})
    void aPathWithAnotherEncodingIsDenied(String escape, String other) throws IOException {
        assertDenied(withTarget(signed("a"), line -> line.replace(escape, other)), "The path was signed", "segment 2");
    }

    @ParameterizedTest
    @CsvSource({"' HTTP', '/ HTTP'", "GET /, GET //", "/channels/, /channels/./"})
    void aPathWithMoreSlashesIsJudgedByThePathItBecomes(String from, String to) throws IOException {
        int status =
                send(withTarget(signed("a"), line -> line.replace(from, to))).status();

        assertThat(status).isIn(400, 403, 404);
    }

    @Test
    void anAddedQueryIsDenied() throws IOException {
        assertDenied(withTarget(signed("a"), line -> line.replace(" HTTP", "?x=1 HTTP")), "query", "x=1");
    }
}
