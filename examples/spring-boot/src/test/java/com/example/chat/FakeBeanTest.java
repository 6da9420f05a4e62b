package com.example.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

@SpringBootTest
class FakeBeanTest {
    @TestConfiguration(proxyBeanMethods = false)
    static class FakeChime {
        @Bean(destroyMethod = "close")
        ChimeMessagingServer chime() {
            return ChimeMessagingServer.builder()
                    .appInstance("arn:aws:chime:eu-central-1:111122223333:app-instance/chat")
                    .users("alice")
                    .start();
        }

        @Bean
        DynamicPropertyRegistrar direct(ChimeMessagingServer chime) {
            return properties -> {
                properties.add("chat.chime.endpoint", chime::endpoint);
                properties.add(
                        "chat.chime.access-key-id",
                        () -> chime.caller().credentials().accessKeyId());
                properties.add(
                        "chat.chime.secret-access-key",
                        () -> chime.caller().credentials().secretAccessKey());
            };
        }
    }

    @Autowired
    ChimeMessagingServer chime;

    @AfterEach
    void reset() {
        chime.reset();
    }

    @Test
    void alicePosts(@Autowired ChatService chat) {
        ChimeChannel general =
                chime.channel("general").members(chime.user("alice")).create();

        assertThat(chat.post(general.arn(), "alice", "hello")).isEqualTo(Posting.POSTED);
    }
}
