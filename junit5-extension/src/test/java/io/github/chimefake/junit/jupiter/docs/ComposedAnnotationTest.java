package io.github.chimefake.junit.jupiter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;

class ComposedAnnotationTest {
    @ChatTest
    void aliceIsThere(ChimeMessagingServer chime) {
        assertThat(chime.user("alice").arn())
                .isEqualTo("arn:aws:chime:eu-central-1:111122223333:app-instance/chat/user/alice");
    }
}
