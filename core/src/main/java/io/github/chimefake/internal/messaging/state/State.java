package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ArnRanges;
import io.github.chimefake.internal.common.ExpirationEntry;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The state of the service as one immutable value. A write creates a new value that shares the unchanged parts, so
 * snapshots are created and restored in constant time.
 *
 * @param sequence the number of ids generated so far
 * @param directory app instances, users, bots, and the tags of every resource
 * @param appInstances the messaging part of app instances by ARN; absent if it is empty
 * @param links the channels of users and bots by ARN; absent if there are none
 * @param channels the channels by ARN
 * @param flows the channel flows by ARN
 * @param pendingDeletions the deletions that are not complete
 * @param setup the setup by the test
 */
public record State(
        long sequence,
        Directory directory,
        TreePMap<AppInstanceArn, AppInstanceMessaging> appInstances,
        TreePMap<MemberArn, ChannelLinks> links,
        TreePMap<ChannelArn, ChannelState> channels,
        TreePMap<ChannelFlowArn, ChannelFlowState> flows,
        PendingDeletions pendingDeletions,
        Setup setup) {
    public static final State EMPTY = new State(
            0,
            Directory.EMPTY,
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            PendingDeletions.NONE,
            Setup.DEFAULT);

    /**
     * The deletions that the service has yet to do.
     *
     * @param expirations the expirations of channels, the next one first
     * @param deletedChannels the deleted channels that users still have links to; see {@link DeletedChannels}
     * @param postponed the app instances and channels with work that is left to the background; see {@link Postponed}
     */
    public record PendingDeletions(
            TreePSet<ExpirationEntry<ChannelArn>> expirations,
            TreePMap<Long, ChannelState> deletedChannels,
            TreePSet<Arn> postponed) {
        static final PendingDeletions NONE = new PendingDeletions(TreePSet.empty(), TreePMap.empty(), TreePSet.empty());
    }

    /**
     * The setup by a test.
     *
     * @param settings the settings of the service
     * @param functions the functions that replace Lambda functions of channel flows, by the ARN of the Lambda function
     */
    public record Setup(MessagingSettings settings, TreePMap<String, ChannelFlowProcessor> functions) {
        public static final Setup DEFAULT = new Setup(MessagingSettings.DEFAULT, TreePMap.empty());

        public Setup with(MessagingSettings newSettings) {
            return new Setup(newSettings, functions);
        }

        public Setup with(String lambda, ChannelFlowProcessor function) {
            return new Setup(settings, functions.plus(lambda, function));
        }

        public Setup withoutFunctions() {
            return new Setup(settings, TreePMap.empty());
        }

        public Optional<ChannelFlowProcessor> function(String lambda) {
            return Optional.ofNullable(functions.get(lambda));
        }
    }

    /** Returns the settings of the messaging service. */
    public MessagingSettings settings() {
        return setup.settings();
    }

    /** Returns the quotas. */
    public ResourceQuotas quotas() {
        return directory.settings().quotas();
    }

    public Optional<AppInstanceUser> user(Arn arn) {
        return directory.user(arn);
    }

    public Optional<ChannelState> channel(Arn arn) {
        return Optional.ofNullable(channels.get(arn));
    }

    public Optional<ChannelFlowState> flow(Arn arn) {
        return Optional.ofNullable(flows.get(arn));
    }

    public TreePMap<String, String> tags(Arn resource) {
        return directory.tags(resource);
    }

    /** Returns the messaging part of an app instance. */
    public AppInstanceMessaging messagingOf(AppInstanceArn appInstance) {
        return Optional.ofNullable(appInstances.get(appInstance)).orElseGet(() -> AppInstanceMessaging.of(appInstance));
    }

    /** Returns the channels of a user or bot. */
    public ChannelLinks links(MemberArn user) {
        return Optional.ofNullable(links.get(user)).orElse(ChannelLinks.NONE);
    }

    /** Returns this state with the next sequence number, for a new id. */
    public State advanced() {
        return new State(sequence + 1, directory, appInstances, links, channels, flows, pendingDeletions, setup);
    }

    /**
     * Returns this state with another directory, and without the users that were deleted from it. Deleting the data of
     * app instances and balancing channels is postponed; see {@link Postponed}.
     */
    public State with(Directory newDirectory) {
        return DirectoryDeletions.removeDeleted(withDirectoryOnly(newDirectory));
    }

    /** Returns this state with another directory, and nothing else changed. */
    public State withDirectoryOnly(Directory newDirectory) {
        return new State(sequence, newDirectory, appInstances, links, channels, flows, pendingDeletions, setup);
    }

    public State with(AppInstanceMessaging appInstance) {
        return new State(
                sequence,
                directory,
                appInstances.plus(appInstance.arn(), appInstance),
                links,
                channels,
                flows,
                pendingDeletions,
                setup);
    }

    /** Returns this state without the messaging part of an app instance and the links of its users. */
    State withoutMessagingOf(AppInstanceArn appInstance) {
        Set<MemberArn> users =
                ArnRanges.of(links, appInstance::bot, appInstance::user).keySet();
        return new State(
                sequence,
                directory,
                appInstances.minus(appInstance),
                links.minusAll(users),
                channels,
                flows,
                pendingDeletions,
                setup);
    }

    public State with(MemberArn user, ChannelLinks newLinks) {
        TreePMap<MemberArn, ChannelLinks> changed = newLinks.isEmpty() ? links.minus(user) : links.plus(user, newLinks);
        return new State(sequence, directory, appInstances, changed, channels, flows, pendingDeletions, setup);
    }

    public State with(ChannelState channel) {
        return new State(
                sequence,
                directory,
                appInstances,
                links,
                channels.plus(channel.arn(), channel),
                flows,
                pendingDeletions,
                setup);
    }

    State withoutChannel(ChannelArn arn) {
        return new State(sequence, directory, appInstances, links, channels.minus(arn), flows, pendingDeletions, setup);
    }

    public State with(ChannelFlowState flow) {
        return new State(
                sequence,
                directory,
                appInstances,
                links,
                channels,
                flows.plus(flow.arn(), flow),
                pendingDeletions,
                setup);
    }

    public State withoutFlow(ChannelFlowArn arn) {
        return new State(sequence, directory, appInstances, links, channels, flows.minus(arn), pendingDeletions, setup)
                .withTags(arn, TreePMap.empty());
    }

    public State withTags(Arn resource, TreePMap<String, String> newTags) {
        return withDirectoryOnly(directory.withTags(resource, newTags));
    }

    State withExpirations(TreePSet<ExpirationEntry<ChannelArn>> expirations) {
        return with(
                new PendingDeletions(expirations, pendingDeletions.deletedChannels(), pendingDeletions.postponed()));
    }

    State withDeletedChannels(TreePMap<Long, ChannelState> deletedChannels) {
        return with(
                new PendingDeletions(pendingDeletions.expirations(), deletedChannels, pendingDeletions.postponed()));
    }

    State withPostponed(TreePSet<Arn> postponed) {
        return with(
                new PendingDeletions(pendingDeletions.expirations(), pendingDeletions.deletedChannels(), postponed));
    }

    private State with(PendingDeletions changed) {
        return new State(sequence, directory, appInstances, links, channels, flows, changed, setup);
    }

    public State with(Setup newSetup) {
        return new State(sequence, directory, appInstances, links, channels, flows, pendingDeletions, newSetup);
    }
}
