package io.github.chimefake;

import static io.github.chimefake.Requests.listChannels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** That the gate stands in the whole server; what it checks is tested with the verifier. */
class SignaturesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");

    private RecordedCall lastCall() {
        return chime.journal().calls().get(chime.journal().calls().size() - 1);
    }

    private void listChannelsWith(AwsCredentialsProvider credentials, Region region) {
        try (ChimeSdkMessagingClient stranger = ChimeSdkMessagingClient.builder()
                .endpointOverride(chime.endpoint())
                .region(region)
                .credentialsProvider(credentials)
                .build()) {
            stranger.listChannels(listChannels(alice, chime.appInstance().arn()));
        }
    }

    private ChimeSdkMessagingException serviceError(AwsCredentialsProvider credentials, Region region) {
        ChimeSdkMessagingException serviceError =
                catchThrowableOfType(ChimeSdkMessagingException.class, () -> listChannelsWith(credentials, region));
        assertThat(serviceError).isExactlyInstanceOf(ChimeSdkMessagingException.class);
        assertThat(serviceError.statusCode()).isEqualTo(403);
        return serviceError;
    }

    private static AwsCredentialsProvider keys(String accessKeyId, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secret));
    }

    @Test
    void aKeyThatTheFakeDoesNotKnowIsAccepted() {
        listChannelsWith(keys("AKIAUNKNOWN000000000", "any"), Region.US_EAST_1);

        assertThat(lastCall().caller().orElseThrow().principalArn())
                .isEqualTo("arn:aws:iam::111122223333:user/AKIAUNKNOWN000000000");
        assertThat(lastCall().errorResponse()).isEmpty();
    }

    @Test
    void theWrongSecretOfAKnownKeyIsRefused() {
        ChimeSdkMessagingException serviceError =
                serviceError(keys(chime.caller().accessKeyId(), "wrong"), Region.US_EAST_1);

        assertThat(serviceError.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
        assertThat(serviceError.awsErrorDetails().errorMessage())
                .isEqualTo(
                        "The request signature we calculated does not match the signature you provided. Check your AWS"
                                + " Secret Access Key and signing method. Consult the service documentation for details.");
        assertThat(lastCall().errorResponse().orElseThrow().explanation())
                .startsWith("The request names the registered access key "
                        + chime.caller().accessKeyId() + ", but is not signed with its secret");
    }

    @Test
    void aRequestForAnotherRegionIsRefused() {
        ChimeSdkMessagingException serviceError =
                serviceError(StaticCredentialsProvider.create(chime.caller().credentials()), Region.EU_WEST_1);

        assertThat(serviceError.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
        assertThat(serviceError.awsErrorDetails().errorMessage())
                .isEqualTo("Credential should be scoped to a valid Region, not eu-west-1");
    }

    @Test
    void anUnsignedRequestIsRefused() {
        ChimeSdkMessagingException serviceError = serviceError(AnonymousCredentialsProvider.create(), Region.US_EAST_1);

        assertThat(serviceError.awsErrorDetails().errorCode()).isEqualTo("MissingAuthenticationTokenException");
        assertThat(serviceError.awsErrorDetails().errorMessage()).isEqualTo("Missing Authentication Token");
    }

    @Test
    void anAuthorizationHeaderThatLacksAPartIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> answer = RawRequest.of("GET", "/channels?app-instance-arn=" + "arn")
                .bearer(alice)
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIAUNKNOWN000000000")
                .sendTo(chime);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("IncompleteSignatureException");
    }
}
