package io.github.chimefake.examples.readme;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.DENIED_CREATE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.REDACT_CHANNEL_MESSAGE;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.runAsync;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;

@SuppressWarnings("FutureReturnValueIgnored") // The page shows calls whose responses are not awaited.
@ChimeMessagingFake
class EventsPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeUser carol;
    private final ChimeChannel general;

    EventsPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.carol = chime.user("carol");
        this.general = chime.channel("general").members(alice, bob).create();
    }

    /** Code under test: sends a message, and returns its id. */
    private String send(ChimeUser user, String content) {
        return client.sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(user.arn())
                        .content(content)
                        .type("STANDARD")
                        .persistence("PERSISTENT"))
                .messageId();
    }

    @Test
    void receivers() {
        send(alice, "hello");

        assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).inChannel(general).forUser(bob);
        assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).exactlyFor(alice, bob).times(1);
        assertThat(chime).forUser(carol).neverEmitted();
        assertThat(chime)
                .emitted(CREATE_CHANNEL_MESSAGE)
                .withPayload(ChannelMessage.class, message -> message.content().equals("hello"))
                .extracting(event -> event.cause().operation())
                .containsExactly(Optional.of(SEND_CHANNEL_MESSAGE));
    }

    @Test
    void absenceAndOrder() {
        String id = send(alice, "hello");
        client.redactChannelMessage(
                request -> request.channelArn(general.arn()).messageId(id).chimeBearer(alice.arn()));

        // No event of this type, of any channel, for any user.
        assertThat(chime).neverEmitted(DELETE_CHANNEL_MESSAGE);
        // No event at all for Carol.
        assertThat(chime).forUser(carol).neverEmitted();
        // These two in the channel, in this order, and no others.
        assertThat(chime).inChannel(general).emittedExactly(CREATE_CHANNEL_MESSAGE, REDACT_CHANNEL_MESSAGE);
        // This one before that one; others may stand between them.
        assertThat(chime).forUser(bob).emittedInOrder(CREATE_CHANNEL_MESSAGE, REDACT_CHANNEL_MESSAGE);
    }

    @Test
    void waiting() {
        runAsync(() -> send(alice, "later"));

        assertThat(chime).within(ofSeconds(2), events -> {
            events.emitted(CREATE_CHANNEL_MESSAGE).forUser(bob).times(1);
        });
        chime.awaitBackgroundWork();
        assertThat(chime).forUser(bob).neverEmitted(DENIED_CREATE_CHANNEL_MESSAGE);
    }

    @Test
    void reading() {
        send(alice, "hello");

        MessagingEvent event = chime.events().of(CREATE_CHANNEL_MESSAGE).get(0);
        assertThat(event.payload(ChannelMessage.class).sender().name()).isEqualTo("alice");
        assertThat(event.receivers()).containsExactly(alice.arn(), bob.arn());
        assertThat(event.isFor(carol)).isFalse();
        assertThat(event.cause().text()).isEqualTo("SendChannelMessage by " + alice.arn());
        assertThat(event.payloadJson()).contains("\"Persistence\":\"PERSISTENT\"");
        System.out.println(chime.events()); // one line for each event
    }
}
