package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Experimental;
import io.github.chimefake.state.ChimeState;
import org.assertj.core.api.Assertions;

/**
 * Entry point for assertions about a fake, and for all assertions of AssertJ: one static import gives both.
 *
 * <pre>{@code
 * import static io.github.chimefake.assertj.ChimeAssertions.*;
 *
 * assertThatThrownBy(() -> chat.send("hello")).isInstanceOf(UnauthorizedClientException.class);
 * assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(alice).withError(UNAUTHORIZED_CLIENT);
 * assertThat(chime).received(ListChannelsRequest.class).by(alice).times(2);
 * }</pre>
 *
 * <p>A static import of AssertJ's {@code Assertions.assertThat} by name hides the {@link #assertThat(ChimeMessagingServer)} of a star
 * import. In such a class, import this class's {@code assertThat} by name as well, or use {@link #assertThatChime}.
 *
 * @since 0.1
 */
@CheckReturnValue
public final class ChimeAssertions extends Assertions {
    private ChimeAssertions() {}

    /** Returns an assertion about what the fake received since its last reset. */
    public static ChimeMessagingServerAssert assertThat(ChimeMessagingServer actual) {
        return new ChimeMessagingServerAssert(actual);
    }

    /**
     * Returns an assertion about what the fake received since its last reset; the same as
     * {@link #assertThat(ChimeMessagingServer)}, under a name that no other import hides.
     *
     * <pre>{@code
     * import static io.github.chimefake.assertj.ChimeAssertions.assertThatChime;
     * import static org.assertj.core.api.Assertions.assertThat;
     *
     * assertThatChime(chime).neverDenied();
     * }</pre>
     */
    public static ChimeMessagingServerAssert assertThatChime(ChimeMessagingServer actual) {
        return assertThat(actual);
    }

    /**
     * Returns an assertion about a state of a fake.
     *
     * <pre>{@code
     * assertThat(chime.state()).channel(general).hasMembers(alice, bob);
     * }</pre>
     */
    @Experimental
    public static ChimeStateAssert assertThat(ChimeState actual) {
        return new ChimeStateAssert(actual);
    }

    /** Returns the same as {@link #assertThat(ChimeState)}, under a name that no other import hides. */
    @Experimental
    public static ChimeStateAssert assertThatChime(ChimeState actual) {
        return assertThat(actual);
    }
}
