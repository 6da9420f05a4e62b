package io.github.chimefake.internal.state;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.state.ChimeState;
import io.github.chimefake.state.StateDifference;
import io.github.chimefake.state.StoredAppInstance;
import io.github.chimefake.state.StoredCaller;
import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredChannelFlow;
import io.github.chimefake.state.StoredUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of a fake. Its parts are converted when they are read, so that it is taken in constant time. */
public final class StateValue implements ChimeState {
    /** Changes if the JSON of an unchanged state changes. */
    private static final int FORMAT = 1;

    private final Contents contents;

    public StateValue(Contents contents) {
        this.contents = contents;
    }

    /**
     * Returns the implementation of a state passed by the user.
     *
     * @throws IllegalArgumentException if the library did not create it
     */
    public static StateValue of(ChimeState given) {
        if (given instanceof StateValue state) {
            return state;
        }
        throw new IllegalArgumentException("The state " + given
                + " was not taken of a fake. Take states with chime.state(); do not implement ChimeState");
    }

    State state() {
        return contents.state();
    }

    @Override
    public List<StoredAppInstance> appInstances() {
        return state().directory().appInstances().values().stream()
                .<StoredAppInstance>map(appInstance -> AppInstanceValue.of(contents, appInstance))
                .toList();
    }

    @Override
    public Optional<StoredAppInstance> appInstance(String arn) {
        return state().directory().appInstance(Arn.of(arn)).map(found -> AppInstanceValue.of(contents, found));
    }

    @Override
    public List<StoredUser> users() {
        return state().directory().users().values().stream()
                .<StoredUser>map(user -> UserValue.of(contents, user))
                .toList();
    }

    @Override
    public Optional<StoredUser> user(ChimeUser user) {
        return user(user.arn());
    }

    @Override
    public Optional<StoredUser> user(String arn) {
        return state().user(Arn.of(arn)).map(found -> UserValue.of(contents, found));
    }

    @Override
    public List<StoredChannel> channels() {
        return state().channels().values().stream()
                .<StoredChannel>map(channel -> ChannelValue.of(contents, channel))
                .toList();
    }

    @Override
    public Optional<StoredChannel> channel(ChimeChannel channel) {
        return channel(channel.arn());
    }

    @Override
    public Optional<StoredChannel> channel(String arn) {
        return state().channel(Arn.of(arn)).map(found -> ChannelValue.of(contents, found));
    }

    @Override
    public List<StoredChannel> channelsNamed(String name) {
        return state().channels().values().stream()
                .filter(channel -> channel.attributes().name().equals(name))
                .<StoredChannel>map(channel -> ChannelValue.of(contents, channel))
                .toList();
    }

    @Override
    public List<StoredChannelFlow> channelFlows() {
        return state().flows().values().stream()
                .<StoredChannelFlow>map(flow -> ChannelFlowValue.of(contents, flow))
                .toList();
    }

    @Override
    public Optional<StoredChannelFlow> channelFlow(String arn) {
        return state().flow(Arn.of(arn)).map(found -> ChannelFlowValue.of(contents, found));
    }

    @Override
    public List<StoredCaller> callers() {
        return CallerValue.all(contents);
    }

    @Override
    public Optional<StoredCaller> caller(ChimeCaller caller) {
        boolean known = contents.keys().stream().anyMatch(key -> key.caller().isSameAs(caller));
        return callers().stream()
                .filter(stored -> known && stored.uniqueId().equals(caller.uniqueId()))
                .findFirst();
    }

    @Override
    public ServiceSettings settings() {
        return SettingsValue.of(contents);
    }

    @Override
    public StateDifference differenceFrom(ChimeState earlier) {
        return Differences.between(of(earlier), this);
    }

    /** Returns the JSON of one app instance. */
    public static JsonObject json(StoredAppInstance appInstance) {
        return ((AppInstanceValue) appInstance).json();
    }

    /** Returns the JSON of one user or bot. */
    public static JsonObject json(StoredUser user) {
        return ((UserValue) user).json();
    }

    /** Returns the JSON of one channel. */
    public static JsonObject json(StoredChannel channel) {
        return ((ChannelValue) channel).json();
    }

    /** Returns the JSON of one caller. */
    public static JsonObject json(StoredCaller caller) {
        return ((CallerValue) caller).json();
    }

    /** Returns the difference of two states by their JSON, for example of states that were written to files. */
    public static StateDifference difference(JsonObject before, JsonObject after) {
        return Differences.between(before, after);
    }

    /** Returns this state as JSON, which everything else compares and prints. */
    public JsonObject json() {
        return new JsonMembers()
                .number("format", FORMAT)
                .listOrEmpty(StateList.APP_INSTANCES.member(), appInstances(), each -> ((AppInstanceValue) each).json())
                .listOrEmpty(StateList.USERS.member(), users(), each -> ((UserValue) each).json())
                .listOrEmpty(StateList.CHANNELS.member(), channels(), each -> ((ChannelValue) each).json())
                .listOrEmpty(StateList.CHANNEL_FLOWS.member(), channelFlows(), each -> ((ChannelFlowValue) each).json())
                .listOrEmpty(StateList.CALLERS.member(), callers(), each -> ((CallerValue) each).json())
                .object("settings", SettingsValue.of(contents).json())
                .toObject();
    }

    @Override
    public String toJson() {
        return json().toIndentedJson();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof StateValue that && json().equals(that.json()));
    }

    @Override
    public int hashCode() {
        return json().hashCode();
    }

    @Override
    public String toString() {
        long messages = state().channels().values().stream()
                .flatMap(ChannelState::logs)
                .mapToLong(log -> log.bySequence().size())
                .sum();
        return count(state().directory().appInstances().size(), "app instance") + ", "
                + count(state().directory().users().size(), "user") + ", "
                + count(state().channels().size(), "channel") + " with " + count(messages, "message");
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
