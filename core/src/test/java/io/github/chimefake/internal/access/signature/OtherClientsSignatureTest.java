package io.github.chimefake.internal.access.signature;

import static io.github.chimefake.ChimeError.INCOMPLETE_SIGNATURE;
import static io.github.chimefake.ChimeError.INVALID_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import io.github.chimefake.internal.exchange.ServiceError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in the shapes that clients other than the AWS SDK for Java 2 send, and shapes that no client sends. */
class OtherClientsSignatureTest {
    private static final String REGION = "us-east-1";
    private static final String CHANNEL = "arn:aws:chime:us-east-1:111122223333:app-instance/chat/channel/general";
    private static final String ALICE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat/user/alice";
    private static final String KEY = "AKIDOTHER";
    private static final String SECRET = "secret";
    private static final Caller CALLER = caller(Optional.empty());

    @Test
    void acceptsBoto3WhichSendsNoPayloadHash() {
        HttpRequest call = send().header("Content-Type", "application/json")
                .unsignedHeader("amz-sdk-invocation-id", "8b8d1e4c-0000-4000-8000-000000000000")
                .unsignedHeader("User-Agent", "Boto3/1.43.11 md/Botocore#1.43.11")
                .sign(KEY, SECRET);

        assertThat(verify(call)).isEmpty();
    }

    @Test
    void acceptsARequestThatBoto3WasRecordedSending() {
        HttpRequest recorded = new HttpRequest(
                "GET",
                "/channels/arn%3Aaws%3Achime%3Aus-east-1%3A111122223333%3Aapp-instance%2Fchat%2Fchannel%2Fgeneral%2F"
                        + "a%20b~%2A%27%28%21%29%C3%A9/messages"
                        + "?next-token=a%2Bb%2Fc~d%2Ae%20f&max-results=5&not-before=2026-01-02T03%3A04%3A05.678000Z",
                List.of(
                        new Header("Host", "127.0.0.1:18123"),
                        new Header("User-Agent", "Boto3/1.43.11 md/Botocore#1.43.11"),
                        new Header("X-Amz-Date", "20261122T103352Z"),
                        new Header("X-Amz-Security-Token", "tok+/="),
                        new Header("x-amz-chime-bearer", ALICE),
                        new Header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=ASIAX/20261122/us-east-1/chime/aws4_request,"
                                        + " SignedHeaders=host;x-amz-chime-bearer;x-amz-date;x-amz-security-token,"
                                        + " Signature=279a912c57f81c5e2817ec23cb2ba74225e21ebca349b410a9f4227a7a4f1049")),
                new byte[0],
                Instant.parse("2026-11-22T10:33:52.123Z"));
        Caller caller = new Caller(
                "arn:aws:iam::111122223333:user/x", "ASIAX", Optional.of("secret/+x"), Optional.of("tok+/="));

        assertThat(Signatures.verify(recorded, caller, REGION)).isEmpty();
    }

    @Test
    void acceptsJava1WhichSignsItsUserAgentAndSendsAFormEncodedQuery() {
        HttpRequest call = HandSigner.request("GET", "channels", CHANNEL, "messages")
                .query("next-token", "a b+c~d*e/f=")
                .query("max-results", "5")
                .formEncodingQuery()
                .header("x-amz-chime-bearer", ALICE)
                .header("User-Agent", "aws-sdk-java/1.12.797  Linux/6.1   OpenJDK_64-Bit_Server_VM/17 ")
                .header("amz-sdk-request", "attempt=1;max=4")
                .header("amz-sdk-retry", "0/0/500")
                .sign(KEY, SECRET);

        assertThat(call.target()).contains("a+b%2Bc%7Ed*e%2Ff%3D");
        assertThat(verify(call)).isEmpty();
    }

    @Test
    void acceptsJavaScript2WhichSignsFewHeaders() {
        HttpRequest call = send().unsignedHeader("Content-Type", "application/json")
                .payloadHashHeader()
                .sign(KEY, SECRET);

        assertThat(verify(call)).isEmpty();
    }

    @Test
    void acceptsJavaScript3WhichSortsItsQuery() {
        HttpRequest call = HandSigner.request("GET", "channels")
                .query("scope", "app-instance-user-memberships")
                .query("app-instance-user-arn", ALICE)
                .query("next-token", "")
                .header("x-amz-user-agent", "aws-sdk-js/3.1142.0")
                .header("amz-sdk-request", "attempt=1; max=3")
                .payloadHashHeader()
                .sign(KEY, SECRET);

        assertThat(verify(call)).isEmpty();
    }

    @Test
    void acceptsAQueryInAnyOrder() {
        HttpRequest call = HandSigner.request("GET", "channels")
                .query("a", "1")
                .query("a-b", "2")
                .query("c", "3")
                .sign(KEY, SECRET);

        assertThat(verify(withTarget(call, "/channels?c=3&a-b=2&a=1"))).isEmpty();
        assertThat(verify(withTarget(call, "/channels?c=3&a-b=2&a=2"))).isPresent();
    }

    @Test
    void acceptsAnUnsignedPayload() {
        HttpRequest call = send().header("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
                .payloadHash("UNSIGNED-PAYLOAD")
                .sign(KEY, SECRET);

        assertThat(verify(call)).isEmpty();
    }

    @Test
    void acceptsAnEmptyPathLabelWhetherNormalizedOrNot() {
        HttpRequest normalized =
                HandSigner.request("GET", "channels", "messages").sign(KEY, SECRET);
        HttpRequest asSent =
                HandSigner.request("GET", "channels", "", "messages").sign(KEY, SECRET);

        assertThat(asSent.target()).isEqualTo("/channels//messages");
        assertThat(verify(asSent)).isEmpty();
        assertThat(verify(withTarget(normalized, "/channels//messages"))).isEmpty();
    }

    @Test
    void refusesAnAlteredBodyEvenWithoutAPayloadHash() {
        HttpRequest call = send().sign(KEY, SECRET);
        HttpRequest altered =
                new HttpRequest(call.method(), call.target(), call.headers(), new byte[] {1}, HandSigner.NOW);

        assertThat(verify(altered))
                .hasValueSatisfying(
                        serviceError -> assertThat(serviceError.error()).isEqualTo(INVALID_SIGNATURE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20261122/eu-central-1/chime/aws4_request     | Credential should be scoped to a valid Region, not eu-central-1
            20261122/us-east-1/messaging-chime/aws4_request | Credential should be scoped to correct service: 'chime'
            20261122/us-east-1/chime/aws4                | Credential should be scoped with a valid terminator: 'aws4_request'
            20261121/us-east-1/chime/aws4_request        | Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261121' != '20261122', from '20261122T102030Z'.
            """, quoteCharacter = '"')
    void refusesAnotherScope(String scope, String message) {
        HttpRequest call = send().scope(scope).sign(KEY, SECRET);

        assertThat(verify(call).orElseThrow())
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .returns(message, ServiceError::message);
        assertThat(Signatures.checkForm(call, REGION)).isEqualTo(verify(call));
    }

    @Test
    void refusesAHostThatIsNotSigned() {
        HttpRequest call = send().unsignedHeader("Host", "localhost:8080").sign(KEY, SECRET);

        assertThat(verify(call).orElseThrow())
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .returns(
                        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
                        ServiceError::message);
    }

    @Test
    void refusesASessionTokenThatIsNotSigned() {
        HttpRequest signed = send().header("X-Amz-Security-Token", "token").sign(KEY, SECRET);
        HttpRequest unsigned =
                send().unsignedHeader("X-Amz-Security-Token", "token").sign(KEY, SECRET);
        Caller browser = caller(Optional.of("token"));

        assertThat(Signatures.verify(signed, browser, REGION)).isEmpty();
        assertThat(Signatures.verify(unsigned, browser, REGION).orElseThrow())
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .extracting(ServiceError::explanation)
                .asString()
                .contains("[x-amz-security-token]", "must be signed");
    }

    @Test
    void recognizesThePathSignedAsForS3() {
        assertExplained(send().encodingPathOnce().sign(KEY, SECRET), "percent-encoded once more");
    }

    @Test
    void recognizesTheHostSignedWithoutItsPort() {
        assertExplained(send().signingHostWithoutPort().sign(KEY, SECRET), "without its port", "localhost:8080");
    }

    @Test
    void recognizesTheSignatureOfAnEmptyBody() {
        assertExplained(
                send().payloadHash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                        .sign(KEY, SECRET),
                "signature is that of an empty body");
    }

    @Test
    void acceptsAPresignedQuery() {
        HttpRequest call = presigned(10);

        assertThat(Signatures.read(call).claimedAccessKeyId()).contains(KEY);
        assertThat(verify(call)).isEmpty();
        assertThat(Signatures.verify(
                        HandSigner.request("GET", "connect")
                                .query("X-Amz-Security-Token", "a+b/c==")
                                .presign(KEY, SECRET, 10),
                        caller(Optional.of("a+b/c==")),
                        REGION))
                .isEmpty();
    }

    @Test
    void refusesAPresignedQueryThatWasAlteredOrRanOut() {
        HttpRequest call = presigned(10);
        HttpRequest late = new HttpRequest(
                call.method(), call.target(), call.headers(), call.body(), HandSigner.NOW.plusSeconds(11));

        assertThat(verify(withTarget(call, call.target().replace("alice", "mallory")))
                        .orElseThrow())
                .returns(INVALID_SIGNATURE, ServiceError::error);
        assertThat(verify(late).orElseThrow())
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .returns(
                        "Signature expired: 20261122T102030Z is now earlier than 20261122T102031Z"
                                + " (20261122T102041Z - 10 s.)",
                        ServiceError::message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Amz-Algorithm", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders"})
    void refusesAPresignedQueryThatLacksAPart(String name) {
        HttpRequest call = presigned(10);

        assertThat(verify(withTarget(call, call.target().replace(name, "x"))).orElseThrow())
                .returns(INCOMPLETE_SIGNATURE, ServiceError::error)
                .extracting(ServiceError::explanation)
                .asString()
                .contains(name);
    }

    @Test
    void refusesAPresignedQueryThatLivesForMoreThanAWeek() {
        assertThat(verify(presigned(604_800))).isEmpty();
        assertThat(verify(presigned(604_801)).orElseThrow().explanation()).contains("604801", "604800");
    }

    private static HttpRequest presigned(int expiresInSeconds) {
        return HandSigner.request("GET", "connect")
                .query("userArn", ALICE + "(!)'*")
                .query("sessionId", "3702816412")
                .presign(KEY, SECRET, expiresInSeconds);
    }

    private static HandSigner send() {
        return HandSigner.request("POST", "channels", CHANNEL, "messages")
                .header("x-amz-chime-bearer", ALICE)
                .body("{\"Content\": \"gr\\u00fc\\u00dfe\", \"Type\": \"STANDARD\"}");
    }

    private static Optional<ServiceError> verify(HttpRequest call) {
        return Signatures.verify(call, CALLER, REGION);
    }

    private static void assertExplained(HttpRequest call, String... words) {
        assertThat(verify(call).orElseThrow())
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .extracting(ServiceError::explanation)
                .asString()
                .contains(words);
    }

    private static Caller caller(Optional<String> sessionToken) {
        return new Caller("arn:aws:iam::111122223333:user/other", KEY, Optional.of(SECRET), sessionToken);
    }

    private static HttpRequest withTarget(HttpRequest call, String target) {
        return new HttpRequest(call.method(), target, call.headers(), call.body(), call.receivedAt());
    }
}
