package io.github.chimefake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** The signatures are those of botocore 1.43.11, whose {@code SigV4QueryAuth} signed the same parameters at the same time. */
class SessionPresignerTest {
    private static final String USER = "arn:aws:chime:us-east-1:111122223333:app-instance/a/user/alice@example.com";
    private static final String USER_ENCODED =
            "arn%3Aaws%3Achime%3Aus-east-1%3A111122223333%3Aapp-instance%2Fa%2Fuser%2Falice%40example.com";
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static SessionPresigner presigner(Region region, AwsCredentials credentials) {
        return SessionPresigner.create(region, StaticCredentialsProvider.create(credentials))
                .clock(Clock.fixed(Instant.parse("2026-11-30T07:08:09.5Z"), ZoneOffset.UTC));
    }

    private static SessionPresigner presigner() {
        return presigner(Region.US_EAST_1, AwsBasicCredentials.create(KEY, SECRET));
    }

    @Test
    void parametersAreSortedAndTheSignatureIsLast() {
        assertThat(presigner().presign("node001.ue1.ws-messaging.chime.aws", USER, "3c2f"))
                .isEqualTo(
                        URI.create("wss://node001.ue1.ws-messaging.chime.aws/connect?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                                + "&X-Amz-Credential=AKIDEXAMPLE%2F20261130%2Fus-east-1%2Fchime%2Faws4_request"
                                + "&X-Amz-Date=20261130T070809Z&X-Amz-Expires=10&X-Amz-SignedHeaders=host&sessionId=3c2f&userArn="
                                + USER_ENCODED
                                + "&X-Amz-Signature=13fc5a10b811d38efc52ff175ca29350bc828e8b52669b1c392c5c00ef6b397c"));
    }

    @Test
    void tokenPrefetchAndFurtherParametersAreSigned() {
        URI url = presigner(Region.EU_CENTRAL_1, AwsSessionCredentials.create(KEY, SECRET, "FwoGZXIvYXdzE+/=tok~en"))
                .plain()
                .prefetch(PrefetchSortBy.LAST_MESSAGE_TIMESTAMP)
                .parameter("X-Amzn-Version", "3.32.0")
                .expiresIn(Duration.ofMinutes(5))
                .presign("127.0.0.1:41234", USER, "3c 2f+ü*");

        assertThat(url)
                .isEqualTo(URI.create("ws://127.0.0.1:41234/connect?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKIDEXAMPLE%2F20261130%2Feu-central-1%2Fchime%2Faws4_request"
                        + "&X-Amz-Date=20261130T070809Z&X-Amz-Expires=300"
                        + "&X-Amz-Security-Token=FwoGZXIvYXdzE%2B%2F%3Dtok~en&X-Amz-SignedHeaders=host"
                        + "&X-Amzn-Version=3.32.0&prefetch-on=connect&prefetch-sort-by=last-message-timestamp"
                        + "&sessionId=3c%202f%2B%C3%BC%2A&userArn=" + USER_ENCODED
                        + "&X-Amz-Signature=00a8b76dee4e99b7fe9bb7625a3c27fb066f66063c4e815269bdf82fecdbc3bf"));
    }

    @Test
    void thePortOfTheSchemeIsNotSignedAsClientsDoNotSendIt() {
        String host = "node001.ue1.ws-messaging.chime.aws";

        assertThat(presigner().presign(host + ":443", USER, "3c2f"))
                .isEqualTo(presigner().presign(host, USER, "3c2f"));
        assertThat(presigner().plain().presign(host + ":80", USER, "3c2f").getRawAuthority())
                .isEqualTo(host);
        assertThat(presigner().presign("[::1]:8443", USER, "3c2f").getRawAuthority())
                .isEqualTo("[::1]:8443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wss://host", "host/connect", "host:port", "a b", "::1"})
    void anEndpointIsAHostWithAnOptionalPort(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> presigner().presign(endpoint, USER, "3c2f"))
                .withMessageContainingAll("\"" + endpoint + "\"", "without scheme and path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.9S", "-PT1S", "P7DT1S"})
    void anExpiryIsOneSecondToSevenDays(Duration expiry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> presigner().expiresIn(expiry))
                .withMessageContainingAll(expiry.toString(), "1 second to 7 days");
    }
}
