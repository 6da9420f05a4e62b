import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.chimesdkmessaging.AmazonChimeSDKMessaging;
import com.amazonaws.services.chimesdkmessaging.AmazonChimeSDKMessagingClientBuilder;
import com.amazonaws.services.chimesdkmessaging.model.AmazonChimeSDKMessagingException;
import com.amazonaws.services.chimesdkmessaging.model.ForbiddenException;
import com.amazonaws.services.chimesdkmessaging.model.SendChannelMessageRequest;
import com.amazonaws.services.chimesdkmessaging.model.SendChannelMessageResult;
import com.amazonaws.services.chimesdkmessaging.model.UnauthorizedClientException;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.DenyCalls;
import io.github.chimefake.junit.jupiter.FailCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ChimeMessagingFake(users = "alice")
class JavaSdkV1Test {
    private final ChimeMessagingServer chime;
    private final ChimeUser alice;
    private final ChimeChannel general;
    private final AmazonChimeSDKMessaging client;

    JavaSdkV1Test(ChimeMessagingServer chime) {
        this.chime = chime;
        this.alice = chime.user("alice");
        this.general = chime.channel("general").members(alice).create();
        this.client = clientOf(chime.caller());
    }

    private AmazonChimeSDKMessaging clientOf(ChimeCaller caller) {
        return AmazonChimeSDKMessagingClientBuilder.standard()
                .withEndpointConfiguration(
                        new EndpointConfiguration(chime.endpoint().toString(), chime.region()))
                .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials(
                        caller.credentials().accessKeyId(), caller.credentials().secretAccessKey())))
                .build();
    }

    private SendChannelMessageResult send(ChimeUser author) {
        return client.sendChannelMessage(new SendChannelMessageRequest()
                .withChannelArn(general.arn())
                .withChimeBearer(author.arn())
                .withContent("hello")
                .withType("STANDARD")
                .withPersistence("PERSISTENT"));
    }

    @AfterEach
    void shutDown() {
        client.shutdown();
    }

    @Test
    void memberMaySend() {
        assertThat(send(alice).getMessageId()).isNotEmpty();
    }

    @Test
    @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "alice")
    void mutedUserMayNotSend() {
        assertThatExceptionOfType(UnauthorizedClientException.class) // that of version 1
                .isThrownBy(() -> send(alice))
                .matches(e -> e.getStatusCode() == 401);
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(alice).withError(UNAUTHORIZED_CLIENT);
    }

    @Test
    void deniedByIam() {
        chime.permissions().by(chime.caller()).attach("read-only", """
                {"Version": "2012-10-17",
                 "Statement": {"Effect": "Allow", "Action": "chime:List*", "Resource": "*"}}
                """);

        assertThatExceptionOfType(AmazonChimeSDKMessagingException.class)
                .isThrownBy(() -> send(alice))
                .matches(e -> e.getStatusCode() == 403)
                .matches(e -> e.getErrorCode().equals("AccessDeniedException"));
    }

    @Test
    void expiredCredentials() {
        chime.credentials().expireNow();

        assertThatExceptionOfType(AmazonChimeSDKMessagingException.class)
                .isThrownBy(() -> send(alice))
                .matches(e -> e.getErrorCode().equals("ExpiredTokenException"));
    }

    @Test
    void unregisteredUserIsUnauthorizedAndAStrangerIsForbidden() {
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> send(chime.appInstance().unregistered("ghost")))
                .matches(
                        e -> e.getErrorMessage()
                                .equals(
                                        "An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header."));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(chime.user("stranger")));
    }

    @Test
    @FailCalls(on = SEND_CHANNEL_MESSAGE, error = SERVICE_UNAVAILABLE)
    void retriesBelongToTheirCall() {
        assertThatExceptionOfType(AmazonChimeSDKMessagingException.class)
                .isThrownBy(() -> send(alice))
                .matches(e -> e.getStatusCode() == 503);
        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE))
                .singleElement()
                .matches(call -> call.attempts().size() == 4);
    }
}
