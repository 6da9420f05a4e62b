package io.github.chimefake.internal.access.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that AWS published in its test suite for Signature Version 4. */
class CanonicalRequestTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            get-vanilla              | GET  | /                             | ``                                           | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
            get-relative             | GET  | /example/..                   | ``                                           | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
            get-slash-dot-slash      | GET  | /./                           | ``                                           | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
            get-slashes              | GET  | //example//                   | ``                                           | 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84
            get-vanilla-query-order  | GET  | /?Param2=value2&Param1=value1 | ``                                           | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500
            get-vanilla-utf8-query   | GET  | /?%E1%88%B4=bar               | ``                                           | 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04
            get-header-key-duplicate | GET  | /                             | `My-Header1:value2;My-Header1:value2;My-Header1:value1` | c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea
            get-header-value-trim    | GET  | /                             | `My-Header1: value1;My-Header2: "a   b   c"` | acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736
            """)
    void makesThePublishedSignature(String name, String method, String target, String headerLines, String signature) {
        List<Header> headers = new ArrayList<>(
                List.of(new Header("Host", "example.amazonaws.com"), new Header("X-Amz-Date", "20150830T123600Z")));
        Stream.of(headerLines.split(";", -1)).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] parts = line.split(":", 2);
            headers.add(new Header(parts[0], parts[1]));
        });
        String signedHeaders = String.join(
                ";",
                headers.stream()
                        .map(header -> header.name().toLowerCase(java.util.Locale.ROOT))
                        .sorted()
                        .distinct()
                        .toList());
        headers.add(new Header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders="
                        + signedHeaders + ", Signature=" + signature));
        HttpRequest call = new HttpRequest(method, target, headers, new byte[0], HandSigner.NOW);
        Authorization.Complete authorization = (Authorization.Complete) Signatures.read(call);

        assertThat(forms(call, authorization, Sha256.hex(call.body())))
                .as(name)
                .anyMatch(candidate -> candidate.isSignedWith(
                        new SigningKeys().signingKey(SECRET, authorization.scope()), authorization));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "attempt=1; max=4"     | attempt=1; max=4
            " a"                   | a
            "a "                   | a
            "a  b   c"             | a b c
            "a\tb"                 | a b
            " "                    | ""
            ""                     | ""
            "d\u00c3\u00a9j\u00c3\u00a0 vu" | d\u00e9j\u00e0 vu
            """)
    void signsAValueAsItsSenderMeantItWithSingleSpaces(String received, String signed) {
        assertThat(usualHeaders("X-Name", new Header("x-name", received))).isEqualTo("X-Name:" + signed + "\n");
    }

    @Test
    void signsAllValuesOfOneNameInTheOrderReceived() {
        assertThat(usualHeaders(
                        "x-name", new Header("X-Name", "2"), new Header("Host", "h"), new Header("x-name", "1")))
                .isEqualTo("x-name:2,1\n");
        assertThat(usualHeaders("absent", new Header("Host", "h"))).isEqualTo("absent:\n");
    }

    @Test
    void aRequestWithAPlainPathAndQueryHasOneForm() {
        assertThat(forms("/channels/a%2Fb/messages?b=2&a=%7E")).containsExactly("/channels/a%252Fb/messages?a=~&b=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a//b", "/a/./b", "/a/../b", "/a/.", "/a/..", "//", "/."})
    void aPathWithEmptyOrDotSegmentsIsSignedNormalizedOrAsSent(String path) {
        assertThat(forms(path)).hasSize(2).last().isEqualTo(path + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/a/", "/.hidden", "/a./b.", "/a/.b/..c/d"})
    void aPathWithoutThemIsSignedAsSent(String path) {
        assertThat(forms(path)).containsExactly(path + "?");
    }

    private static List<String> forms(String target) {
        HttpRequest call = new HttpRequest("GET", target, List.of(), new byte[0], HandSigner.NOW);
        return forms(call, signing("host", call), "").stream()
                .map(form -> form.uri() + "?" + form.query())
                .toList();
    }

    private static List<CanonicalRequest> forms(
            HttpRequest call, Authorization.Complete authorization, String payloadHash) {
        CanonicalRequest usual = CanonicalRequest.usual(call, authorization, payloadHash);
        List<CanonicalRequest> forms = new ArrayList<>(List.of(usual));
        forms.addAll(CanonicalRequest.alternatives(call, authorization, usual));
        return forms;
    }

    private static String usualHeaders(String signedName, Header... headers) {
        HttpRequest call = new HttpRequest("GET", "/", List.of(headers), new byte[0], HandSigner.NOW);
        return CanonicalRequest.usual(call, signing(signedName, call), "").headers();
    }

    private static Authorization.Complete signing(String header, HttpRequest call) {
        List<Header> headers = List.of(
                new Header("x-amz-date", "20261122T102030Z"),
                new Header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/chime/aws4_request, SignedHeaders="
                                + header + ", Signature=0"));
        return (Authorization.Complete)
                Signatures.read(new HttpRequest(call.method(), call.target(), headers, call.body(), call.receivedAt()));
    }
}
