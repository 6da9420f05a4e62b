package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeMessagingServer;

/**
 * The entry to assertions about a fake.
 *
 * <pre>{@code
 * import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
 *
 * assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(alice);
 * assertThat(chime).received(SendChannelMessageRequest.class).first()
 *         .returns("hello", SendChannelMessageRequest::content);
 * }</pre>
 */
@CheckReturnValue
public final class ChimeAssertions {
    private ChimeAssertions() {}

    /** Starts a sentence about the fake. */
    public static ChimeMessagingServerAssert assertThat(ChimeMessagingServer actual) {
        return new ChimeMessagingServerAssert(actual);
    }

    /** As {@link #assertThat}, for test classes that have another {@code assertThat} in scope. */
    public static ChimeMessagingServerAssert assertThatChime(ChimeMessagingServer actual) {
        return assertThat(actual);
    }
}
