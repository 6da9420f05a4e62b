package io.github.chimefake.assertj;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.SESSION_ESTABLISHED;
import static io.github.chimefake.events.MessagingEventType.UPDATE_CHANNEL;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.sessions.SessionClient;
import io.github.chimefake.testing.Fakes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveredEventsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().journalCapacity(3));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final ChimeChannel other =
            chime.channel("other").members(alice, bob).create();

    private void connect(ChimeUser user) {
        fakes.closeAfterTest(SessionClient.connect(chime, user));
        chime.sessions().awaitOpen(user);
    }

    private void send(ChimeChannel channel) {
        chime.client()
                .sendChannelMessage(request -> request.channelArn(channel.arn())
                        .chimeBearer(alice.arn())
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
    }

    private static void fails(ThrowingCallable assertion, String... parts) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .satisfies(failure -> org.assertj.core.api.Assertions.assertThat(failure.getMessage())
                        .contains(parts));
    }

    @Test
    void whatOpenSessionsWereSentIsSelectedAndCounted() {
        send(general); // Before anybody is connected.
        connect(bob);
        send(general);

        assertThat(chime).delivered(SESSION_ESTABLISHED).forUser(bob).times(1);
        assertThat(chime)
                .delivered(CREATE_CHANNEL_MESSAGE)
                .forUser(bob)
                .inChannel(general)
                .times(1);
        assertThat(chime).by(alice).inChannel(general).delivered(CREATE_CHANNEL_MESSAGE);
        assertThat(chime).forUser(alice).neverDelivered();
        assertThat(chime).inChannel(other).neverDelivered(CREATE_CHANNEL_MESSAGE, UPDATE_CHANNEL);
        assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).forUser(alice).times(2);
    }

    @Test
    void failuresSayWhatWasSent() {
        connect(bob);
        send(general);

        fails(
                () -> assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).forUser(alice),
                "Expected at least one CREATE_CHANNEL_MESSAGE to open sessions for alice, but none was sent.",
                "Nearest misses:",
                "CREATE_CHANNEL_MESSAGE to bob in " + general.id() + ": sent to bob",
                "Sent in all:",
                "    SESSION_ESTABLISHED to bob");
        fails(
                () -> assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).inChannel(other),
                "in channel",
                "another channel");
        fails(() -> assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).times(2), "exactly 2", "1 sent.");
        fails(() -> assertThat(chime).neverDelivered(CREATE_CHANNEL_MESSAGE), "Expected no CREATE_CHANNEL_MESSAGE");
        fails(() -> assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).isEmpty(), "use neverDelivered(…)");
        fails(
                () -> assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).matching(event -> false),
                "the predicate returned false");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).times(0));
    }

    @Test
    void absenceIsUnknownOnceTheLogHasDroppedDeliveries() {
        connect(bob);
        send(general);
        send(general);
        assertThat(chime).neverDelivered(UPDATE_CHANNEL);
        send(general);

        fails(
                () -> assertThat(chime).neverDelivered(UPDATE_CHANNEL),
                "it is unknown: the log of deliveries dropped its oldest 1. Start the fake with a larger"
                        + " journalCapacity(…)");
        fails(
                () -> assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).hasSize(3),
                "Expected hasSize(3) of CREATE_CHANNEL_MESSAGE to open sessions, but it is unknown");
        fails(
                () -> assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).forUser(alice),
                "none was sent. The log of deliveries dropped its oldest 1: start the fake with a larger");
    }
}
