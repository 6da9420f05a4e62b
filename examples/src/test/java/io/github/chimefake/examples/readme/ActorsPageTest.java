package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.session.MessagingSession;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

@ChimeMessagingFake
class ActorsPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeUser bob;
    private final ChimeUser carol;
    private final ChimeChannel general;

    ActorsPageTest(ChimeMessagingServer chime) {
        this.chime = chime;
        this.bob = chime.user("bob");
        this.carol = chime.user("carol");
        this.general = chime.channel("general").members(bob).moderators(carol).create();
    }

    @Test
    void othersAct() {
        String message = chime.actor(bob).send(general, "hello");
        chime.actor(bob).edit(general, message, "hello, everybody");
        chime.actor(carol).ban(general, bob);

        assertThat(chime.state())
                .channel(general)
                .hasMessages("hello, everybody")
                .hasBanned(bob);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> chime.actor(bob).delete(general, message));
    }

    @Test
    void othersConnect() {
        MessagingSession session = chime.actor(bob).connect();
        chime.actor(bob).send(general, "hello");
        assertThat(session.awaitEvent("CREATE_CHANNEL_MESSAGE", Duration.ofSeconds(10))
                        .channelMessage()
                        .content())
                .isEqualTo("hello");

        chime.actor(bob).drop();
        assertThat(session.awaitClose(Duration.ofSeconds(10)).code()).isEqualTo(1006);
    }

    @Test
    void othersTypeAndMore() {
        chime.actor(bob).type(general);
        chime.actor(bob).send(general, "hello", options -> options.persistence("NON_PERSISTENT"));
        chime.actor(bob).client().updateChannelReadMarker(request -> request.channelArn(general.arn()));

        assertThat(chime).nothingElse();
        assertThat(chime).includingActors().neverFailed();
    }

    @Test
    void theirCallsCountWhereTheyAreAskedFor() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(THROTTLED_CLIENT);
        chime.actor(bob).send(general, "sent");
        assertThatExceptionOfType(ThrottledClientException.class)
                .isThrownBy(() -> chime.actor(bob).withFaults().send(general, "throttled"));

        assertThat(chime).neverReceived(SendChannelMessageRequest.class);
        assertThat(chime)
                .includingActors()
                .received(SendChannelMessageRequest.class)
                .times(2);
    }

    @Test
    void theyActWhileTheFakeIsOffline() {
        chime.offline();
        chime.actor(bob).send(general, "are you there?");
        chime.online();

        assertThat(chime.state()).channel(general).hasMessages("are you there?");
    }
}
