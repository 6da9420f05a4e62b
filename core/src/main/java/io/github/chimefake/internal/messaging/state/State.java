package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ArnRanges;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * All that the service knows, as one immutable value. A write makes a new one that shares what did not change, so
 * keeping an old one costs nothing, and neither does going back to it.
 *
 * @param sequence how many ids were made so far
 * @param directory app instances, users, bots, and the tags of every resource
 * @param appInstances what messaging keeps of app instances, by ARN, as far as there is anything
 * @param links the channels of users and bots, by ARN, as far as there are any
 * @param channels by ARN
 * @param flows channel flows by ARN
 * @param pendingDeletions what is still to be done
 * @param setup what a test set up beside the service's own resources
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
     * What the service does later, without a call for it.
     *
     * @param expirations which channels may have to be deleted, the next one first
     * @param deletedChannels deleted channels that users are still linked to; see {@link DeletedChannels}
     */
    public record PendingDeletions(
            TreePSet<Expirations.Due> expirations, TreePMap<Long, ChannelState> deletedChannels) {
        static final PendingDeletions NONE = new PendingDeletions(TreePSet.empty(), TreePMap.empty());
    }

    /**
     * What a test set up.
     *
     * @param settings how the service behaves
     * @param functions what stands for the Lambda functions of channel flows, by ARN of the function
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

    /** Returns how the messaging service behaves. */
    public MessagingSettings settings() {
        return setup.settings();
    }

    /** Returns how many resources there may be. */
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

    /** What messaging keeps of an app instance. */
    public AppInstanceMessaging messagingOf(AppInstanceArn appInstance) {
        return Optional.ofNullable(appInstances.get(appInstance)).orElseGet(() -> AppInstanceMessaging.of(appInstance));
    }

    /** The channels of a user or bot. */
    public ChannelLinks links(MemberArn user) {
        return Optional.ofNullable(links.get(user)).orElse(ChannelLinks.NONE);
    }

    /** This state after one more id was made; {@link #sequence} is its number. */
    public State advanced() {
        return new State(sequence + 1, directory, appInstances, links, channels, flows, pendingDeletions, setup);
    }

    /** Returns this state with another directory, and without the users and app instances that were deleted from it. */
    public State with(Directory newDirectory) {
        return DirectoryDeletions.removeDeleted(withDirectoryOnly(newDirectory));
    }

    /** With another directory, and nothing else changed. */
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

    /** Without what messaging keeps of an app instance and of its users. */
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

    State withExpirations(TreePSet<Expirations.Due> expirations) {
        PendingDeletions changed = new PendingDeletions(expirations, pendingDeletions.deletedChannels());
        return new State(sequence, directory, appInstances, links, channels, flows, changed, setup);
    }

    State withDeletedChannels(TreePMap<Long, ChannelState> deletedChannels) {
        PendingDeletions changed = new PendingDeletions(pendingDeletions.expirations(), deletedChannels);
        return new State(sequence, directory, appInstances, links, channels, flows, changed, setup);
    }

    public State with(Setup newSetup) {
        return new State(sequence, directory, appInstances, links, channels, flows, pendingDeletions, newSetup);
    }
}
