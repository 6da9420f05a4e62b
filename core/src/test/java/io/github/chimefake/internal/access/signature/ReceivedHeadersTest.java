package io.github.chimefake.internal.access.signature;

import static io.github.chimefake.ChimeError.INVALID_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import io.github.chimefake.internal.exchange.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures held against the headers and the path that were received, not only against what the client lists. */
class ReceivedHeadersTest {
    private static final String REGION = "us-east-1";
    private static final String KEY = "AKIDRECEIVED";
    private static final String SECRET = "secret";
    private static final String BEARER = "arn:aws:chime:us-east-1:111122223333:app-instance/chat/user/alice";
    private static final Caller CALLER =
            new Caller("arn:aws:iam::111122223333:user/received", KEY, Optional.of(SECRET), Optional.empty());

    private static HandSigner get(String... path) {
        return HandSigner.request("GET", path);
    }

    private static Optional<ServiceError> verify(HttpRequest call) {
        return Signatures.verify(call, CALLER, REGION);
    }

    private static ServiceError denial(HttpRequest call) {
        ServiceError denial = verify(call).orElseThrow();
        assertThat(denial)
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .returns(403, error -> error.error().status())
                .returns(Provenance.ASSUMED, ServiceError::provenance);
        return denial;
    }

    private static HttpRequest with(HttpRequest call, Header... more) {
        List<Header> headers = new ArrayList<>(call.headers());
        headers.addAll(List.of(more));
        return new HttpRequest(call.method(), call.target(), headers, call.body(), call.receivedAt());
    }

    private static HttpRequest withTarget(HttpRequest call, String target) {
        return new HttpRequest(call.method(), target, call.headers(), call.body(), call.receivedAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-amz-chime-bearer",
                "X-Amz-Chime-Bearer",
                "X-Amz-Date",
                "x-amz-content-sha256",
                "X-Amz-Security-Token",
                "x-amz-user-agent",
                "X-AMZ-TARGET",
                "x-amz-anything"
            })
    void everyHeaderOfAwsMustBeSigned(String name) {
        String value = name.equalsIgnoreCase("x-amz-date") ? "20261122T102030Z" : "value";
        HttpRequest call = get("channels").unsignedHeader(name, value).sign(KEY, SECRET);

        assertThat(denial(call).explanation())
                .contains("[" + name.toLowerCase(Locale.ROOT) + "]", "not among the signed headers [host");
        assertThat(Signatures.checkForm(call, REGION)).isEqualTo(verify(call));
    }

    @Test
    void allThatAreNotSignedAreNamedOnce() {
        HttpRequest call = get("channels")
                .unsignedHeader("x-amz-b", "1")
                .unsignedHeader("X-Amz-A", "1")
                .unsignedHeader("X-Amz-B", "2")
                .header("x-amz-c", "1")
                .sign(KEY, SECRET);

        assertThat(denial(call).explanation()).contains("[x-amz-b, x-amz-a]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type", "Content-Length", "User-Agent", "Accept", "x-amzn-trace-id", "amz-sdk-invocation-id",
                "amz-sdk-request", "x-chime-fake-origin", "x-amz", "x-amzexample", "Date", "Via"
            })
    void otherHeadersNeedNotBeSigned(String name) {
        assertThat(verify(get("channels").unsignedHeader(name, "value").sign(KEY, SECRET)))
                .isEmpty();
    }

    @Test
    void ofAPresignedRequestTheHeadersMustBeSignedToo() {
        HttpRequest presigned = get("connect").query("userArn", BEARER).presign(KEY, SECRET, 10);

        assertThat(verify(presigned)).isEmpty();
        assertThat(denial(with(presigned, new Header("x-amz-chime-bearer", BEARER)))
                        .explanation())
                .contains("[x-amz-chime-bearer]", "[host]");
    }

    /** What thirteen client set-ups were recorded signing, and sending without a signature. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Java 2 with Apache, Netty or CRT | amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;x-amz-chime-bearer;x-amz-content-sha256 | user-agent
            Java 2 with URL connections      | amz-sdk-invocation-id;amz-sdk-request;content-type;x-amz-chime-bearer;x-amz-content-sha256 | user-agent;accept;content-length
            Java 1                           | amz-sdk-invocation-id;amz-sdk-request;amz-sdk-retry;content-length;content-type;user-agent;x-amz-chime-bearer | connection
            boto3 1.44                       | content-type;x-amz-chime-bearer | amz-sdk-invocation-id;amz-sdk-request;user-agent;accept-encoding;content-length
            boto3 1.26                       | content-type;x-amz-chime-bearer | amz-sdk-invocation-id;amz-sdk-request;user-agent;accept-encoding;content-length
            AWS CLI 1                        | content-type;x-amz-chime-bearer | amz-sdk-invocation-id;amz-sdk-request;user-agent;accept-encoding;content-length
            AWS CLI 2                        | content-type;x-amz-chime-bearer | user-agent;accept-encoding;content-length
            JavaScript 3                     | amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;x-amz-chime-bearer;x-amz-content-sha256;x-amz-user-agent | user-agent;connection
            JavaScript 3 in a browser        | amz-sdk-invocation-id;amz-sdk-request;content-type;x-amz-chime-bearer;x-amz-content-sha256;x-amz-user-agent | user-agent;origin;referer;sec-fetch-site
            JavaScript 2                     | x-amz-chime-bearer;x-amz-content-sha256 | content-type;content-length;user-agent;connection
            Go 1                             | content-length;content-type;x-amz-chime-bearer | user-agent;accept-encoding
            Rust                             | content-length;content-type;x-amz-chime-bearer;x-amz-user-agent | user-agent;amz-sdk-request;amz-sdk-invocation-id
            """)
    void whatClientsSignIsAccepted(String client, String signed, String unsigned) {
        HandSigner signer =
                HandSigner.request("POST", "channels", "arn:x/y", "messages").body("{}");
        for (String name : signed.split(";", -1)) {
            if (name.equals("x-amz-content-sha256")) {
                signer.payloadHashHeader();
            } else {
                signer.header(name, "value");
            }
        }
        for (String name : unsigned.split(";", -1)) {
            signer.unsignedHeader(name, "value");
        }

        assertThat(verify(signer.sign(KEY, SECRET))).as(client).isEmpty();
        assertThat(verify(with(signer.sign(KEY, SECRET), new Header("x-amzn-trace-id", "Root=1"))))
                .as("%s behind a load balancer", client)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, only the first value", "b, only the last value", "'b,a', opposite order", "'a, b', a space after"})
    void aRepeatedHeaderIsNamed(String signedValue, String explanation) {
        HttpRequest signed = get("channels").header("x-amz-twice", signedValue).sign(KEY, SECRET);
        List<Header> headers = new ArrayList<>(signed.headers());
        headers.removeIf(header -> header.name().equals("x-amz-twice"));
        HttpRequest call = with(
                new HttpRequest(signed.method(), signed.target(), headers, signed.body(), signed.receivedAt()),
                new Header("X-Amz-Twice", "a"),
                new Header("x-amz-twice", "b"));

        assertThat(denial(call).explanation()).contains("The header x-amz-twice", explanation, "2 times", "\"a,b\"");
    }

    @Test
    void whiteSpaceThatWasSignedAsItIsIsNamed() {
        String value = "a  b";
        HttpRequest call = get("channels")
                .header("x-amz-wide", value)
                .signingWhiteSpaceAsItIs()
                .sign(KEY, SECRET);

        assertThat(denial(call).explanation()).contains("The header x-amz-wide", "white space", "\"a b\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /channels/arn:x%2Fy%20z   | signed in another encoding than it was received | segment 2
            /channels/arn%3ax%2Fy%20z | signed in another encoding than it was received | segment 2
            /ch%61nnels/arn%3Ax%2Fy%20z | signed in another encoding than it was received | segment 1
            """)
    void thePartOfThePathThatWasEncodedOrDecodedOnTheWayIsNamed(String received, String how, String segment) {
        HttpRequest call = get("channels", "arn:x/y z").sign(KEY, SECRET);
        assertThat(call.target()).isEqualTo("/channels/arn%3Ax%2Fy%20z");

        assertThat(denial(withTarget(call, received)).explanation()).contains(how, segment, "/channels/arn%3Ax");
    }

    @Test
    void thePartOfThePathThatWasSignedWithTooFewEncodingsIsNamed() {
        HttpRequest once = get("channels", "arn:x y").encodingPathOnce().sign(KEY, SECRET);

        assertThat(denial(once).explanation()).contains("percent-encoded once more", "/channels/arn%253Ax%2520y");
        assertThat(denial(withTarget(once, "/channels/arn:x%20y")).explanation())
                .contains("signed percent-encoded once", "segment 2", "\"arn%3Ax%2520y\"", "\"arn%3Ax%20y\"");
    }

    @Test
    void aQueryThatWasSignedAsItWasSentIsExplained() {
        HttpRequest signed = get("channels").query("a", "1 2").sign(KEY, SECRET);

        assertThat(denial(withTarget(signed, "/channels?a=1%202&b=2")).explanation())
                .contains("query \"a=1%202&b=2\"");
    }

    @Test
    void theHeadersExpectedAreListedWithoutCredentials() {
        Caller session = new Caller(CALLER.principalArn(), KEY, Optional.of(SECRET), Optional.of("session-token"));
        HttpRequest call = get("channels")
                .header("x-amz-chime-bearer", BEARER)
                .header("X-Amz-Security-Token", "session-token")
                .sign(KEY, "another secret");

        assertThat(Signatures.verify(call, session, REGION).orElseThrow().explanation())
                .contains("host:localhost:8080", "x-amz-chime-bearer:" + BEARER, "x-amz-date:20261122T102030Z")
                .doesNotContain("session-token");
    }
}
