package io.github.chimefake.internal.access.signature;

import static io.github.chimefake.ChimeError.INCOMPLETE_SIGNATURE;
import static io.github.chimefake.ChimeError.INVALID_SIGNATURE;
import static io.github.chimefake.ChimeError.MISSING_AUTHENTICATION_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.CredentialScope;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import io.github.chimefake.internal.exchange.ServiceError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
    private static final String DATE = "20261122T102030Z";
    private static final String CREDENTIAL = "Credential=AKID/20261122/us-east-1/chime/aws4_request";
    private static final String COMPLETE =
            "AWS4-HMAC-SHA256 " + CREDENTIAL + ", SignedHeaders=host;x-amz-date, Signature=ab";

    @Test
    void readsAllPartsOfTheHeader() {
        assertThat(Signatures.read(call(COMPLETE, DATE)))
                .isInstanceOfSatisfying(Authorization.Complete.class, authorization -> {
                    assertThat(authorization.accessKeyId()).isEqualTo("AKID");
                    assertThat(authorization.scope())
                            .isEqualTo(new CredentialScope("20261122", "us-east-1", "chime", "aws4_request"));
                    assertThat(authorization.signedHeaders()).containsExactly("host", "x-amz-date");
                    assertThat(authorization.signature()).isEqualTo("ab");
                    assertThat(authorization.signedAt()).isEqualTo(HandSigner.NOW);
                    assertThat(authorization.presigned()).isFalse();
                });
    }

    @Test
    void printsNoCredentials() {
        assertThat(Signatures.read(call(COMPLETE.replace("Signature=ab", "Signature=0123456789abcdef"), DATE)))
                .hasToString("AKID/20261122/us-east-1/chime/aws4_request");
    }

    @Test
    void readsAHeaderWithoutSpacesAfterItsCommas() {
        String compact = COMPLETE.replace(", ", ",");

        assertThat(Signatures.read(call(compact, DATE))).isEqualTo(Signatures.read(call(COMPLETE, DATE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " ", "\t", ",\t", " , ,, ", "\u000B", "\f", "\r", "\n"})
    void readsParametersThatAnyCommaOrWhiteSpaceSeparates(String separator) {
        String otherwise = " " + COMPLETE.replace(", ", separator) + separator;

        assertThat(Signatures.read(call(otherwise, DATE))).isEqualTo(Signatures.read(call(COMPLETE, DATE)));
        assertThat(Signatures.read(call(otherwise, DATE)).claimedAccessKeyId()).contains("AKID");
    }

    @Test
    void readsTheFirstOfParametersWithOneNameAndNoneThatOnlyEndsInIt() {
        String more = COMPLETE.replace(
                CREDENTIAL,
                "XCredential=A/b, Scope=Credential=C/d, Credential, =Signature=no, " + CREDENTIAL
                        + ", Signature=a=b/c;Credential=x, Credential=E/f");

        assertThat(Signatures.read(call(more, DATE)))
                .isInstanceOfSatisfying(Authorization.Complete.class, authorization -> {
                    assertThat(authorization.accessKeyId()).isEqualTo("AKID");
                    assertThat(authorization.signature()).isEqualTo("a=b/c;Credential=x");
                });
        assertThat(Signatures.read(call(more, DATE)).claimedAccessKeyId()).contains("AKID");
    }

    @Test
    void explainsWhatItReceivedInPlaceOfACompleteHeader() {
        assertThat(serviceError(call("\tAWS4-X\fSignature=1,Credential=2 Signature=3, =4, alone", DATE))
                        .explanation())
                .isEqualTo("Expected \"Authorization: AWS4-HMAC-SHA256 Credential=KEY/DATE/REGION/chime/aws4_request,"
                        + " SignedHeaders=NAME;NAME;NAME, Signature=HEX\" and a header x-amz-date; received the algorithm"
                        + " \"AWS4-X\", the parameters [Credential, Signature] and an x-amz-date. Sign with Signature"
                        + " Version 4.");
    }

    @Test
    void acceptsTheFormOfAnyKeysSignature() {
        assertThat(Signatures.checkForm(call(COMPLETE, DATE), "us-east-1")).isEmpty();
    }

    @Test
    void refusesARequestThatIsNotSigned() {
        HttpRequest unsigned = new HttpRequest("GET", "/channels", List.of(), new byte[0], HandSigner.NOW);

        assertThat(serviceError(unsigned))
                .returns(MISSING_AUTHENTICATION_TOKEN, ServiceError::error)
                .returns("Missing Authentication Token", ServiceError::message)
                .extracting(ServiceError::explanation)
                .asString()
                .contains("GET /channels", "Signature Version 4");
        assertThat(Signatures.read(unsigned).claimedAccessKeyId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "none", textBlock = """
            AWS4-HMAC-SHA256 SignedHeaders=host, Signature=ab                        | 20261122T102030Z | 'Credential'
            AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/chime/aws4_request, Signature=ab | 20261122T102030Z | 'SignedHeaders'
            AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/chime/aws4_request, SignedHeaders=host, Signature= | 20261122T102030Z | 'Signature'
            AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/chime/aws4_request, SignedHeaders=host, Signature=ab | none | 'X-Amz-Date'
            AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/chime/aws4_request, SignedHeaders=host, Signature=ab | Sun, 22 Nov 2026 10:20:30 GMT | 'basic format'
            AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/chime/aws4_request, SignedHeaders=host, Signature=ab | 20261322T102030Z | 'basic format'
            AWS4-ECDSA-P256-SHA256 Credential=AKID/20261122/chime/aws4_request, SignedHeaders=host, Signature=ab     | 20261122T102030Z | Authorization=AWS4-ECDSA
            AWS4-HMAC-SHA256 Credential=AKID/20261122/chime/aws4_request, SignedHeaders=host, Signature=ab           | 20261122T102030Z | exactly 5 slash-delimited
            AWS4-HMAC-SHA256 Credential=/20261122/us-east-1/chime/aws4_request, SignedHeaders=host, Signature=ab     | 20261122T102030Z | exactly 5 slash-delimited
            Bearer eyJhbGciOiJIUzI1NiJ9                                              | 20261122T102030Z | Authorization=Bearer
            AWS AKID:frJIUN8DYpKDtOLCwo                                              | 20261122T102030Z | Authorization=AWS AKID
            ""                                                                       | 20261122T102030Z | 'Credential'
            """)
    void refusesAHeaderThatIsNotComplete(String authorization, String date, String message) {
        ServiceError serviceError = serviceError(call(authorization, date));

        assertThat(serviceError.error()).isEqualTo(INCOMPLETE_SIGNATURE);
        assertThat(serviceError.message()).contains(message);
        assertThat(serviceError.explanation()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20240229T235959Z, 2024-02-29T23:59:59Z",
        "20260101T000000Z, 2026-01-01T00:00:00Z",
        "00000101T000000Z, 0000-01-01T00:00:00Z",
        "99991231T235959Z, 9999-12-31T23:59:59Z",
    })
    void readsTheTimeOfTheSignature(String date, Instant time) {
        assertThat(Signatures.read(call(COMPLETE, date)))
                .isInstanceOfSatisfying(
                        Authorization.Complete.class,
                        authorization -> assertThat(authorization.signedAt()).isEqualTo(time));
    }

    // spotless:off
    @ParameterizedTest
    @ValueSource(strings = {
        "", "Z", "20260001T102030Z", "20261100T102030Z", "20261131T102030Z", "20260229T102030Z", "19000229T102030Z",
        "20261122T240000Z", "20261122T106030Z", "20261231T235960Z", "20261122t102030Z", "20261122T102030z", "20261122T102030",
        "20261122T1020Z", "20261122T102030ZZ", "120261122T102030Z", "+20261122T102030Z", " 20261122T102030Z", "2026+122T102030Z",
        "20261122T-02030Z", "２０２６１１２２T102030Z", "2026-11-22T10:20:30Z", "20261122T102030+0000"
    })
    // spotless:on
    void refusesATimeThatDoesNotExistOrHasAnotherForm(String date) {
        assertThat(serviceError(call(COMPLETE, date)).message()).contains("basic format", date);
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(serviceError(call("Bearer x", null)).message())
                .isEqualTo("Authorization header requires 'Credential' parameter."
                        + " Authorization header requires 'Signature' parameter."
                        + " Authorization header requires 'SignedHeaders' parameter."
                        + " Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
                        + " Authorization=Bearer x");
    }

    @Test
    void suspectsASecretInThePlaceOfTheAccessKey() {
        String swapped = COMPLETE.replace("AKID", "wJalr/bPxRfi");

        assertThat(serviceError(call(swapped, DATE)).explanation()).contains("secret access key");
    }

    @Test
    void namesTheClaimedAccessKeyHoweverBrokenTheRest() {
        assertThat(Signatures.read(call(COMPLETE, null)).claimedAccessKeyId()).contains("AKID");
        assertThat(Signatures.read(call("AWS4-HMAC-SHA256 Credential=AKID", DATE))
                        .claimedAccessKeyId())
                .contains("AKID");
        assertThat(Signatures.read(call("Bearer x", DATE)).claimedAccessKeyId()).isEmpty();
        assertThat(Signatures.read(call("AWS4-HMAC-SHA256 Credential=/x", DATE)).claimedAccessKeyId())
                .isEmpty();
    }

    @Test
    void checksRegionAndTimeOfAnyKeysSignature() {
        assertThat(Signatures.checkForm(call(COMPLETE, DATE), "eu-central-1"))
                .map(ServiceError::error)
                .contains(INVALID_SIGNATURE);
        HttpRequest call = call(COMPLETE, DATE);
        HttpRequest late = new HttpRequest(
                call.method(), call.target(), call.headers(), call.body(), HandSigner.NOW.plusSeconds(901));
        assertThat(serviceError(late).message())
                .isEqualTo("Signature expired: 20261122T102030Z is now earlier than 20261122T102031Z"
                        + " (20261122T103531Z - 15 min.)");
    }

    private static ServiceError serviceError(HttpRequest call) {
        Optional<ServiceError> serviceError = Signatures.checkForm(call, "us-east-1");
        assertThat(serviceError).isPresent();
        return serviceError.get();
    }

    private static HttpRequest call(String authorization, String date) {
        List<Header> headers = new ArrayList<>(
                List.of(new Header("host", "localhost:8080"), new Header("authorization", authorization)));
        if (date != null) {
            headers.add(new Header("X-AMZ-DATE", date));
        }
        return new HttpRequest("GET", "/channels", headers, new byte[0], HandSigner.NOW);
    }
}
