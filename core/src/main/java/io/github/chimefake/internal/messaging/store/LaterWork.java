package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.messaging.state.ChannelFlows;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;

/**
 * Describes for the journal what the real service does in the background, and the fake within a write: expirations, the
 * data of a deleted app instance, the balancing of elastic channels.
 */
public final class LaterWork {
    private LaterWork() {}

    static FinishedWork expired(ChannelState channel) {
        ExpirationSettings settings =
                channel.policies().expiration().orElseThrow().settings();
        String since = settings.expirationCriterion() == ExpirationCriterion.LAST_MESSAGE_TIMESTAMP
                ? " after its last message"
                : " after its creation";
        return FinishedWork.of(
                channel.arn().text(), "was deleted", "its expiration, " + days(settings.expirationDays()) + since);
    }

    /**
     * Describes the expiration of users.
     *
     * @param directory the directory after it, with the users in {@link Directory#deleted}
     */
    static List<FinishedWork> expiredUsers(State before, Directory directory, State after) {
        List<FinishedWork> works = new ArrayList<>();
        for (Arn arn : directory.deleted()) {
            String cause = "its expiration"
                    + before.user(arn)
                            .flatMap(user -> user.lifetime().expirationDays())
                            .map(days -> ", " + days(days) + " after its creation")
                            .orElse("");
            works.add(FinishedWork.of(arn.text(), "was deleted", cause));
            works.addAll(balancing(before, after, arn, "the expiration of " + arn));
        }
        return works;
    }

    /**
     * Describes what a call to the identity service does to messaging.
     *
     * @param directory the directory after it, with what was deleted in {@link Directory#deleted}
     */
    static List<FinishedWork> deleted(State before, Directory directory, State after, Call call) {
        List<FinishedWork> works = new ArrayList<>();
        Set<Arn> deleted = directory.deleted();
        for (Arn arn : deleted) {
            if (arn instanceof AppInstanceArn appInstance) {
                int channels = before.messagingOf(appInstance).channels().size();
                int flows = ChannelFlows.of(before, appInstance).size();
                works.add(FinishedWork.of(
                        "the data of " + arn,
                        "was deleted: " + count(channels, "1 channel", "channels") + ", "
                                + count(flows, "1 channel flow", "channel flows"),
                        FinishedWork.cause(call)));
            } else {
                works.addAll(balancing(before, after, arn, FinishedWork.cause(call)));
            }
        }
        return works;
    }

    /** Describes the balancing of the elastic channels that a deleted user was a member of. */
    private static List<FinishedWork> balancing(State before, State after, Arn user, String cause) {
        if (!(user instanceof MemberArn member)) {
            return List.of();
        }
        return before.links(member).memberOf().stream()
                .flatMap(channel -> balancing(before, after, channel, cause))
                .toList();
    }

    /** Describes the balancing of a channel by a call. */
    public static List<FinishedWork> balancing(State before, State after, Arn channel, Call call) {
        return channel instanceof ChannelArn arn
                ? balancing(before, after, arn, FinishedWork.cause(call)).toList()
                : List.of();
    }

    private static Stream<FinishedWork> balancing(State before, State after, ChannelArn channel, String cause) {
        Optional<ChannelState> was = before.channel(channel).filter(ChannelState::isElastic);
        Optional<ChannelState> is = was.flatMap(elastic -> after.channel(channel));
        if (is.isEmpty()) {
            return Stream.empty();
        }
        Stream<FinishedWork> added = is.get().subChannels().keySet().stream()
                .filter(id -> was.get().subChannel(id).isEmpty())
                .map(id -> FinishedWork.of(
                        "sub-channel " + id + " of " + channel, "was created, because the others are full", cause));
        Stream<FinishedWork> removed = was.get().subChannels().keySet().stream()
                .filter(id -> is.get().subChannel(id).isEmpty())
                .map(id -> FinishedWork.of(
                        "sub-channel " + id + " of " + channel,
                        "was deleted, and its members moved, because it had too few",
                        cause));
        return Stream.concat(added, removed);
    }

    private static String days(int days) {
        return count(days, "1 day", "days");
    }

    private static String count(int number, String one, String many) {
        return number == 1 ? one : number + " " + many;
    }
}
