package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.examples.chat.ChatResult.Done;
import io.github.chimefake.examples.chat.ChatResult.Refused;
import io.github.chimefake.examples.chat.ChatService;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.DenyCalls;
import io.github.chimefake.junit.jupiter.FailCalls;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@ChimeMessagingFake(
        users = {"alice", "bob"},
        appInstance = "arn:aws:chime:us-east-1:111122223333:app-instance/chat")
@DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "alice")
class MutedTest {
    static ChimeChannel general;

    @BeforeAll
    static void openChannel(ChimeMessagingServer chime) { // what stands here, every test starts with
        general = chime.channel("general")
                .members(chime.user("alice"), chime.user("bob"))
                .create();
    }

    @Test
    @FailCalls(on = LIST_CHANNEL_MESSAGES, error = FORBIDDEN, calls = 2)
    void readsAtTheThirdAttempt(ChimeMessagingServer chime) {
        ChatService chat = new ChatService(chime.client());
        ChimeUser alice = chime.user("alice");

        assertThat(chat.read(alice.arn(), general.arn())).isInstanceOf(Refused.class);
        assertThat(chat.read(alice.arn(), general.arn())).isInstanceOf(Refused.class);
        assertThat(chat.read(alice.arn(), general.arn())).isInstanceOf(Done.class);
    }

    @Test
    void mutesAliceAlone(ChimeMessagingServer chime) {
        ChatService chat = new ChatService(chime.client());

        assertThat(chat.post(chime.user("alice").arn(), general.arn(), "hello")).isInstanceOf(Refused.class);
        assertThat(chat.post(chime.user("bob").arn(), general.arn(), "hello")).isInstanceOf(Done.class);
    }
}
