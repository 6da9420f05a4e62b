package com.example.chat;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

@ChatTest
class PostingTest {
    @Autowired
    ChimeMessagingServer chime;

    @Autowired
    ChatService chat;

    ChimeChannel general;

    @BeforeEach
    void openChannel() {
        general = chime.channel("general").members(chime.user("alice")).create();
    }

    @Test
    void aliceMayNotPost() {
        chime.permissions().by(chime.user("alice")).deny(SEND_CHANNEL_MESSAGE);

        assertThat(chat.post(general.arn(), "alice", "hello")).isEqualTo(Posting.AUTHOR_UNKNOWN); // 401
    }

    @Test
    void alicePosts() {
        assertThat(chat.post(general.arn(), "alice", "hello")).isEqualTo(Posting.POSTED);

        assertThat(chime)
                .received(SendChannelMessageRequest.class)
                .by(chime.user("alice"))
                .inChannel(general)
                .times(1);
    }

    @Nested
    class WhoIsNoMember {
        @Test
        void bobMayNotPost() {
            assertThat(chat.post(general.arn(), "bob", "hello")).isEqualTo(Posting.NOT_ALLOWED);
        }
    }
}
