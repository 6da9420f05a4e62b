package io.github.chimefake.messaging;

import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * All that the service knows, as one immutable value. A write makes a new one that shares what did not change, so keeping an
 * old one costs nothing, and neither does going back to it.
 *
 * @param sequence how many ids were made so far
 * @param appInstances by ARN
 * @param users users and bots by ARN
 * @param channels by ARN
 * @param tags by ARN of the tagged resource, and then by key
 * @param abandoned deleted channels that users are still linked to; see {@link AbandonedChannels}
 */
record State(
        long sequence,
        TreePMap<String, AppInstance> appInstances,
        TreePMap<String, AppInstanceUser> users,
        TreePMap<String, ChannelState> channels,
        TreePMap<String, TreePMap<String, String>> tags,
        TreePMap<Long, ChannelState> abandoned) {
    static final State EMPTY =
            new State(0, TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    Optional<AppInstance> appInstance(String arn) {
        return Optional.ofNullable(appInstances.get(arn));
    }

    Optional<AppInstanceUser> user(String arn) {
        return Optional.ofNullable(users.get(arn));
    }

    Optional<ChannelState> channel(String arn) {
        return Optional.ofNullable(channels.get(arn));
    }

    /** The app instance that a user or channel here belongs to, which therefore exists. */
    AppInstance owner(String appInstanceArn) {
        return appInstance(appInstanceArn).orElseThrow();
    }

    /** This state after one more id was made; {@link #sequence} is its number. */
    State advanced() {
        return new State(sequence + 1, appInstances, users, channels, tags, abandoned);
    }

    State with(AppInstance appInstance) {
        return new State(sequence, appInstances.plus(appInstance.arn(), appInstance), users, channels, tags, abandoned);
    }

    State with(AppInstanceUser user) {
        return new State(sequence, appInstances, users.plus(user.arn(), user), channels, tags, abandoned);
    }

    State withoutUser(String arn) {
        return new State(sequence, appInstances, users.minus(arn), channels, tags, abandoned);
    }

    State with(ChannelState channel) {
        return new State(sequence, appInstances, users, channels.plus(channel.arn(), channel), tags, abandoned);
    }

    State withoutChannel(String arn) {
        return new State(sequence, appInstances, users, channels.minus(arn), tags, abandoned);
    }

    State withTags(String resource, TreePMap<String, String> newTags) {
        return new State(
                sequence,
                appInstances,
                users,
                channels,
                newTags.isEmpty() ? tags.minus(resource) : tags.plus(resource, newTags),
                abandoned);
    }

    State withAbandoned(TreePMap<Long, ChannelState> newAbandoned) {
        return new State(sequence, appInstances, users, channels, tags, newAbandoned);
    }
}
