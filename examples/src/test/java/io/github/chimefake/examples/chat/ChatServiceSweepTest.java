package io.github.chimefake.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.FaultSweep;
import io.github.chimefake.sweep.Sweep;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/** What {@link ChatService} makes of each failure that its calls can meet. */
@ChimeMessagingFake(users = {"alice", "bob", "carol"})
class ChatServiceSweepTest {
    private final ChimeMessagingServer chime;
    private final ChatService chat;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeUser carol;
    private final ChimeChannel general;

    ChatServiceSweepTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.chat = new ChatService(client, 2);
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.carol = chime.user("carol");
        this.general =
                chime.channel("general").members(alice, bob).moderators(alice).create();
    }

    @FaultSweep
    void opensAChannel(Sweep sweep) {
        ChatResult<String> opened = sweep.run(
                        () -> chat.open(alice.arn(), chime.appInstance().arn(), "club", ChannelPrivacy.PRIVATE))
                .value();

        assertThat(opened.orElseThrow()).isNotEmpty();
    }

    @FaultSweep
    void addsAMemberWhoPosts(Sweep sweep) {
        String id = sweep.run(() -> {
                    chat.add(alice.arn(), general.arn(), carol.arn()).orElseThrow();
                    return chat.post(carol.arn(), general.arn(), "hello").orElseThrow();
                })
                .value();

        assertThat(id).isNotEmpty();
    }

    @FaultSweep
    void readsAllPages(Sweep sweep) {
        List.of("one", "two", "three")
                .forEach(text -> chat.post(bob.arn(), general.arn(), text).orElseThrow());

        List<String> texts = sweep.run(() -> chat.history(alice.arn(), general.arn())
                        .map(ChatMessage::text)
                        .toList())
                .value();

        assertThat(texts).containsExactly("one", "two", "three");
    }

    @FaultSweep
    void bansAMember(Sweep sweep) {
        sweep.run(() -> chat.ban(alice.arn(), general.arn(), bob.arn()).orElseThrow());
    }
}
