package io.github.chimefake.state;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.quotas.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a fake at one moment: what the service would remember, and the callers. It does not change when the fake does, and can be
 * read after the fake was closed.
 *
 * <pre>{@code
 * ChimeState before = chime.state();
 * assertThatThrownBy(() -> chat.invite(alice, bob, carol)).isInstanceOf(ForbiddenException.class);
 * assertThat(chime.state()).isEqualTo(before); // nothing was half done
 * }</pre>
 *
 * <p>Lists are sorted by ARN, messages by their creation. Each method of this type reads the parts that it returns, so it takes time in
 * proportion to them; keep the result instead of calling the method again. {@code docs/state.md} lists what is not in the state, such as
 * secrets, client request tokens and rules of the test.
 *
 * <p>Immutable and thread-safe. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface ChimeState {
    /** Returns the app instances. */
    List<StoredAppInstance> appInstances();

    /** Returns the app instance with this ARN; empty if it does not exist. */
    Optional<StoredAppInstance> appInstance(String arn);

    /** Returns the registered users and bots. Those that were deleted or have expired are not among them. */
    List<StoredUser> users();

    /** Returns what is stored of this user or bot; empty if it is not registered. */
    Optional<StoredUser> user(ChimeUser user);

    /** Returns the user or bot with this ARN; empty if it is not registered. */
    Optional<StoredUser> user(String arn);

    /** Returns the channels. */
    List<StoredChannel> channels();

    /** Returns what is stored of this channel; empty if it does not exist. */
    Optional<StoredChannel> channel(ChimeChannel channel);

    /** Returns the channel with this ARN; empty if it does not exist. */
    Optional<StoredChannel> channel(String arn);

    /** Returns the channels with exactly this name, of which there may be several. */
    List<StoredChannel> channelsNamed(String name);

    /** Returns the channel flows. */
    List<StoredChannelFlow> channelFlows();

    /** Returns the channel flow with this ARN; empty if it does not exist. */
    Optional<StoredChannelFlow> channelFlow(String arn);

    /** Returns the callers, sorted by their unique identifiers. */
    List<StoredCaller> callers();

    /** Returns what is stored of this caller; empty if it is not registered. */
    Optional<StoredCaller> caller(ChimeCaller caller);

    /** Returns the settings of both services. */
    ServiceSettings settings();

    /**
     * Returns what is different in this state, compared to an earlier one. The earlier state may be of another fake.
     *
     * @throws IllegalArgumentException if the library did not create the earlier state
     */
    StateDifference differenceFrom(ChimeState earlier);

    /**
     * Returns this state as indented JSON. Its members have the names of the methods of the types of this package; users and channels are
     * given by their ARNs, instants in ISO 8601. What is absent, empty or false is left out, except for the lists of the top level. The
     * order is fixed, so equal states have equal JSON, and fakes with the same seed, clock and calls have equal states. It contains no
     * secrets, but everything that users wrote.
     */
    String toJson();

    /** Returns whether both states have the same contents. Takes time in proportion to them. */
    @Override
    boolean equals(@Nullable Object other);

    @Override
    int hashCode();

    /** Returns how much there is of each kind, for example {@code 1 app instance, 3 users, 2 channels with 5 messages}. */
    @Override
    String toString();

    /**
     * The settings of the messaging and the identity service, which belong to the state that a reset restores. Immutable.
     *
     * @since 0.1
     */
    @Experimental
    interface ServiceSettings {
        /** Returns whether users are registered as soon as a call names them. */
        boolean openDirectory();

        /** Returns how long after its creation a user is accepted as a bearer. */
        Duration newUsersValidAfter();

        /** Returns whether every creation of an existing user fails. */
        boolean repeatedCreationFails();

        /** Returns the quotas that differ from the documented ones. */
        Map<Quota, Integer> quotas();

        /** Returns which roles may call an operation and which may not, where that differs from the role matrix. */
        Map<Operation, Map<ChannelRole, Boolean>> roles();

        /** Returns host and port of {@code GetMessagingSessionEndpoint}; empty for those of the fake. */
        Optional<String> messagingSessionEndpoint();
    }
}
