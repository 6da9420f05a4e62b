package com.example.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
class DynamicPropertySourceTest {
    static final ChimeMessagingServer CHIME = ChimeMessagingServer.builder()
            .appInstance("arn:aws:chime:eu-central-1:111122223333:app-instance/chat")
            .users("alice")
            .start(); // not closed: the context may be used by another class, and the JVM ends nevertheless

    @DynamicPropertySource
    static void direct(DynamicPropertyRegistry properties) {
        properties.add("chat.chime.endpoint", CHIME::endpoint);
        properties.add(
                "chat.chime.access-key-id", () -> CHIME.caller().credentials().accessKeyId());
        properties.add(
                "chat.chime.secret-access-key",
                () -> CHIME.caller().credentials().secretAccessKey());
    }

    @AfterEach
    void reset() {
        CHIME.reset();
    }

    @Test
    void alicePosts(@Autowired ChatService chat) {
        ChimeChannel general =
                CHIME.channel("general").members(CHIME.user("alice")).create();

        assertThat(chat.post(general.arn(), "alice", "hello")).isEqualTo(Posting.POSTED);
    }
}
