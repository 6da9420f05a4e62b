package io.github.chimefake.messaging;

import java.util.Optional;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * All that the service knows, as one immutable value. A write makes a new one that shares what did not change, so
 * keeping an old one costs nothing, and neither does going back to it.
 *
 * @param sequence how many ids were made so far
 * @param appInstances by ARN
 * @param users users and bots by ARN
 * @param channels by ARN
 * @param flows channel flows by ARN
 * @param tags by ARN of the tagged resource, and then by key
 * @param chores what is still to be done
 * @param setup what a test set up beside the service's own resources
 */
record State(
        long sequence,
        TreePMap<String, AppInstance> appInstances,
        TreePMap<String, AppInstanceUser> users,
        TreePMap<String, ChannelState> channels,
        TreePMap<String, ChannelFlowState> flows,
        TreePMap<String, TreePMap<String, String>> tags,
        Chores chores,
        Setup setup) {
    static final State EMPTY = new State(
            0,
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            Chores.NONE,
            Setup.DEFAULT);

    /**
     * What is to be done later, and by no call of its own.
     *
     * @param expirations which channels may have to be deleted, the next one first
     * @param abandoned deleted channels that users are still linked to; see {@link AbandonedChannels}
     */
    record Chores(TreePSet<Expirations.Due> expirations, TreePMap<Long, ChannelState> abandoned) {
        static final Chores NONE = new Chores(TreePSet.empty(), TreePMap.empty());
    }

    /**
     * What a test set up.
     *
     * @param settings how the service behaves
     * @param functions what stands for the Lambda functions of channel flows, by ARN of the function
     */
    record Setup(MessagingSettings settings, TreePMap<String, ChannelFlowProcessor> functions) {
        static final Setup DEFAULT = new Setup(MessagingSettings.DEFAULT, TreePMap.empty());

        Setup with(MessagingSettings newSettings) {
            return new Setup(newSettings, functions);
        }

        Setup with(String lambda, ChannelFlowProcessor function) {
            return new Setup(settings, functions.plus(lambda, function));
        }

        Optional<ChannelFlowProcessor> function(String lambda) {
            return Optional.ofNullable(functions.get(lambda));
        }
    }

    Optional<AppInstance> appInstance(String arn) {
        return Optional.ofNullable(appInstances.get(arn));
    }

    Optional<AppInstanceUser> user(String arn) {
        return Optional.ofNullable(users.get(arn));
    }

    Optional<ChannelState> channel(String arn) {
        return Optional.ofNullable(channels.get(arn));
    }

    Optional<ChannelFlowState> flow(String arn) {
        return Optional.ofNullable(flows.get(arn));
    }

    TreePMap<String, String> tags(String resource) {
        return Optional.ofNullable(tags.get(resource)).orElseGet(TreePMap::empty);
    }

    /** The app instance that a user or channel here belongs to, which therefore exists. */
    AppInstance owner(String appInstanceArn) {
        return appInstance(appInstanceArn).orElseThrow();
    }

    /** This state after one more id was made; {@link #sequence} is its number. */
    State advanced() {
        return new State(sequence + 1, appInstances, users, channels, flows, tags, chores, setup);
    }

    State with(AppInstance appInstance) {
        return new State(
                sequence,
                appInstances.plus(appInstance.arn(), appInstance),
                users,
                channels,
                flows,
                tags,
                chores,
                setup);
    }

    State with(AppInstanceUser user) {
        return new State(sequence, appInstances, users.plus(user.arn(), user), channels, flows, tags, chores, setup);
    }

    State withoutUser(String arn) {
        return new State(sequence, appInstances, users.minus(arn), channels, flows, tags, chores, setup);
    }

    State with(ChannelState channel) {
        return new State(
                sequence, appInstances, users, channels.plus(channel.arn(), channel), flows, tags, chores, setup);
    }

    State withoutChannel(String arn) {
        return new State(sequence, appInstances, users, channels.minus(arn), flows, tags, chores, setup);
    }

    State with(ChannelFlowState flow) {
        return new State(sequence, appInstances, users, channels, flows.plus(flow.arn(), flow), tags, chores, setup);
    }

    State withoutFlow(String arn) {
        return new State(sequence, appInstances, users, channels, flows.minus(arn), tags, chores, setup)
                .withTags(arn, TreePMap.empty());
    }

    State withTags(String resource, TreePMap<String, String> newTags) {
        TreePMap<String, TreePMap<String, String>> changed =
                newTags.isEmpty() ? tags.minus(resource) : tags.plus(resource, newTags);
        return new State(sequence, appInstances, users, channels, flows, changed, chores, setup);
    }

    State withExpirations(TreePSet<Expirations.Due> expirations) {
        Chores changed = new Chores(expirations, chores.abandoned());
        return new State(sequence, appInstances, users, channels, flows, tags, changed, setup);
    }

    State withAbandoned(TreePMap<Long, ChannelState> abandoned) {
        Chores changed = new Chores(chores.expirations(), abandoned);
        return new State(sequence, appInstances, users, channels, flows, tags, changed, setup);
    }

    State with(Setup newSetup) {
        return new State(sequence, appInstances, users, channels, flows, tags, chores, newSetup);
    }
}
