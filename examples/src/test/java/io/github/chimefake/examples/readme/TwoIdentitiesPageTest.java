package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

@ChimeMessagingFake
class TwoIdentitiesPageTest {
    private static final String READ_ONLY = """
            {"Version": "2012-10-17",
             "Statement": {"Effect": "Allow", "Action": "chime:List*", "Resource": "*"}}
            """;

    private final ChimeMessagingServer chime;
    private final ChimeUser alice;
    private final ChimeChannel general;

    TwoIdentitiesPageTest(ChimeMessagingServer chime) {
        this.chime = chime;
        this.alice = chime.user("alice");
        this.general = chime.channel("general").members(alice).create();
    }

    private void send(ChimeSdkMessagingClient client, ChimeUser author) {
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(author.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    private void assertFails(ChimeSdkMessagingClient client, ChimeUser author) {
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> send(client, author));
    }

    @Test
    void eachFailsInItsWay() {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend");
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        chime.permissions().by(backend).attach("read-only", READ_ONLY);

        assertFails(chime.clients().signedBy(backend).client(), alice);
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(backend).withError(ACCESS_DENIED);

        assertFails(chime.client(), ghost);
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(ghost).withError(UNAUTHORIZED_CLIENT);
    }

    @Test
    void clients() {
        // A back end: one caller for all users.
        ChimeSdkMessagingClient backend = chime.client();
        // The browser of Alice: the caller is user/alice, and the bearer is Alice.
        ChimeSdkMessagingClient browser = chime.clients().speakingFor(alice).client();
        // Any caller.
        ChimeCaller build = chime.caller("user/build");
        ChimeSdkMessagingClient builds = chime.clients().signedBy(build).client();

        send(backend, alice);
        send(builds, alice);
        assertThat(browser.listChannels(request ->
                                request.appInstanceArn(chime.appInstance().arn()))
                        .channels())
                .hasSize(1);
    }

    @Test
    void callers() {
        // A principal, a tag, a lifetime: temporary credentials with a session token.
        ChimeCaller backend = chime.caller("assumed-role/chat-backend")
                .sessionName("pod-7")
                .tag("tenant", "t1")
                .expiresIn(Duration.ofMinutes(15));
        // Keys that an identity provider, a network or an organization would set.
        ChimeCaller browser = chime.caller("assumed-role/browser")
                .contextKey("cognito-identity.amazonaws.com:sub", "us-east-1:0a1b")
                .contextKey("aws:PrincipalOrgID", "o-1234567890");

        send(chime.clients().signedBy(backend).client(), alice);
        send(chime.clients().signedBy(browser).client(), alice);
    }
}
