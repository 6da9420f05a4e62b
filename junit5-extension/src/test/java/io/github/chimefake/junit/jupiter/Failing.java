package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeMessagingServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** What classes that fail on purpose do before. */
final class Failing {
    private Failing() {}

    static IllegalStateException onPurpose() {
        return new IllegalStateException("on purpose");
    }

    /** Lists the channels of a user. */
    static void ask(ChimeMessagingServer chime, String user) {
        chime.client().listChannels(channels(chime.user(user)));
    }

    /** Is denied, and fails because of it. */
    static void call(ChimeMessagingServer chime) {
        chime.permissions().deny(LIST_CHANNELS);
        ask(chime, "alice");
    }

    /** Is denied, and goes on. */
    static void callInVain(ChimeMessagingServer chime) {
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> call(chime));
    }

    static class AfterAll implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            throw onPurpose();
        }
    }

    static class BeforeEach implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            throw onPurpose();
        }
    }
}
