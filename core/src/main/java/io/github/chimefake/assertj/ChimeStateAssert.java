package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.state.ChimeState;
import io.github.chimefake.state.StateDifference;
import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredUser;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the state of a fake. Users and channels are compared by their ARNs, so their names may have changed. Not thread-safe.
 *
 * <pre>{@code
 * assertThat(chime.state()).channel(general).hasMembers(alice, bob).hasMessages("hello");
 * assertThat(chime.state()).channelNamed("news").hasModerators(alice);
 * assertThat(chime.state()).isEqualTo(before);
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public final class ChimeStateAssert extends AbstractAssert<ChimeStateAssert, ChimeState> {
    ChimeStateAssert(@Nullable ChimeState actual) {
        super(actual, ChimeStateAssert.class);
    }

    /**
     * Returns an assertion about this channel; fails if it does not exist.
     *
     * <pre>{@code
     * // passes if the channel exists and alice is its only member
     * assertThat(chime.state()).channel(general).hasMembers(alice);
     * }</pre>
     */
    public StoredChannelAssert channel(ChimeChannel channel) {
        return channel(found().channel(channel), texts().channel(channel));
    }

    /** Returns an assertion about the channel with this ARN, for example one that the code under test created; fails if there is none. */
    public StoredChannelAssert channel(String arn) {
        return channel(found().channel(arn), texts().name(arn));
    }

    /** Returns an assertion about the only channel with exactly this name; fails unless there is exactly one. */
    public StoredChannelAssert channelNamed(String name) {
        List<StoredChannel> named = found().channelsNamed(name);
        if (named.size() > 1) {
            throw fails(
                    "exactly one channel named " + name,
                    "there are " + named.size() + ": "
                            + texts().names(named.stream()
                                    .map(StoredChannel::arn)
                                    .toList()));
        }
        return channel(named.stream().findFirst(), name);
    }

    /** Fails if this channel exists. */
    @CanIgnoreReturnValue
    public ChimeStateAssert hasNoChannel(ChimeChannel channel) {
        return hasNoChannel(channel.arn());
    }

    /** Fails if the channel with this ARN exists. */
    @CanIgnoreReturnValue
    public ChimeStateAssert hasNoChannel(String arn) {
        if (found().channel(arn).isPresent()) {
            throw fails("no channel " + texts().name(arn), "it exists");
        }
        return this;
    }

    /** Fails if there is a channel. */
    @CanIgnoreReturnValue
    public ChimeStateAssert hasNoChannels() {
        if (!found().channels().isEmpty()) {
            throw fails("no channels", "there are: " + texts().allChannels());
        }
        return this;
    }

    /**
     * Returns AssertJ's assertion about this user or bot; fails if it is not registered.
     *
     * <pre>{@code
     * assertThat(chime.state()).user(alice).returns("Alice", StoredUser::name);
     * }</pre>
     */
    public ObjectAssert<StoredUser> user(ChimeUser user) {
        return user(found().user(user), texts().user(user));
    }

    /** Returns AssertJ's assertion about the user or bot with this ARN; fails if it is not registered. */
    public ObjectAssert<StoredUser> user(String arn) {
        return user(found().user(arn), texts().name(arn));
    }

    /** Fails if this user or bot is registered. */
    @CanIgnoreReturnValue
    public ChimeStateAssert hasNoUser(ChimeUser user) {
        return hasNoUser(user.arn());
    }

    /** Fails if the user or bot with this ARN is registered. */
    @CanIgnoreReturnValue
    public ChimeStateAssert hasNoUser(String arn) {
        if (found().user(arn).isPresent()) {
            throw fails("no user " + texts().name(arn), "it is registered");
        }
        return this;
    }

    /**
     * Fails if the state has not the same contents as the expected one; the failure message has a line for each difference.
     *
     * <pre>{@code
     * ChimeState before = chime.state();
     * // … a call that fails
     * assertThat(chime.state()).isEqualTo(before);
     * }</pre>
     *
     * @param expected a {@link ChimeState}, for example an earlier one
     */
    @Override
    public ChimeStateAssert isEqualTo(@Nullable Object expected) {
        if (!(expected instanceof ChimeState before)) {
            return super.isEqualTo(expected);
        }
        StateDifference difference = found().differenceFrom(before);
        if (!difference.isEmpty()) {
            throw failure(
                    "%s",
                    StateTexts.LINE + "Expected the same state, but it is different:" + StateTexts.LINE + difference);
        }
        return this;
    }

    /** Fails if the state has the same contents as the given one. */
    @Override
    public ChimeStateAssert isNotEqualTo(@Nullable Object other) {
        if (other instanceof ChimeState before && found().differenceFrom(before).isEmpty()) {
            throw fails("another state", "it has the same contents: " + actual);
        }
        return this;
    }

    private StoredChannelAssert channel(Optional<StoredChannel> channel, String name) {
        StoredChannel existing = channel.orElseThrow(
                () -> fails("a channel " + name, "there is none. Channels: " + texts().allChannels()));
        return new StoredChannelAssert(this, existing, texts(), info.description());
    }

    private ObjectAssert<StoredUser> user(Optional<StoredUser> user, String name) {
        StoredUser existing =
                user.orElseThrow(() -> fails("a user " + name, "it is not registered. Users: " + texts().allUsers()));
        return StateTexts.describe(new ObjectAssert<>(existing), info.description());
    }

    private AssertionError fails(String expected, String found) {
        return failure("%s", StateTexts.expected(expected, found));
    }

    private ChimeState found() {
        isNotNull();
        return actual;
    }

    private StateTexts texts() {
        return new StateTexts(found());
    }
}
