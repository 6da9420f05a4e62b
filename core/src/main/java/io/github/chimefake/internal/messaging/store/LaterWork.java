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
import io.github.chimefake.internal.messaging.state.Postponed;
import io.github.chimefake.internal.messaging.state.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;

/**
 * Creates the entries of the journal for expirations, for the data of deleted app instances, and for sub-channels that
 * are created or dissolved.
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
        Set<ChannelArn> balanced = new HashSet<>();
        for (Arn arn : directory.deleted()) {
            String cause = "its expiration"
                    + before.user(arn)
                            .flatMap(user -> user.lifetime().expirationDays())
                            .map(days -> ", " + days(days) + " after its creation")
                            .orElse("");
            works.add(FinishedWork.of(arn.text(), "was deleted", cause));
            links(before, arn).stream()
                    .filter(balanced::add) // Several of its members may expire at once.
                    .flatMap(channel -> dissolved(before, after, channel, "the expiration of " + arn))
                    .forEach(works::add);
        }
        return works;
    }

    private static Set<ChannelArn> links(State state, Arn user) {
        return user instanceof MemberArn member ? state.links(member).memberOf() : Set.of();
    }

    /**
     * Describes what was done in the background.
     *
     * @param before the state in which it was left to be done
     * @param cause the call
     */
    static List<FinishedWork> finished(State before, State after, String cause) {
        return Postponed.of(before).stream()
                .flatMap(arn -> arn instanceof AppInstanceArn appInstance
                        ? Stream.of(deletedData(before, appInstance, cause))
                        : dissolved(before, after, arn, cause))
                .toList();
    }

    private static FinishedWork deletedData(State before, AppInstanceArn appInstance, String cause) {
        int channels = before.messagingOf(appInstance).channels().size();
        int flows = ChannelFlows.of(before, appInstance).size();
        return FinishedWork.of(
                "the data of " + appInstance,
                "was deleted: " + count(channels, "1 channel", "channels") + ", "
                        + count(flows, "1 channel flow", "channel flows"),
                cause);
    }

    private static Stream<FinishedWork> dissolved(State before, State after, Arn channel, String cause) {
        return missingSubChannels(before, after, channel)
                .map(id -> FinishedWork.of(
                        "sub-channel " + id + " of " + channel,
                        "was deleted, and its members moved, because it had too few",
                        cause));
    }

    /** Describes the sub-channels that a call has created, because a member needed a place. */
    public static List<FinishedWork> newSubChannels(State before, State after, Arn channel, Call call) {
        if (!isElastic(after, channel)) { // Most channels are not, and this is called for every write.
            return List.of();
        }
        return missingSubChannels(after, before, channel)
                .map(id -> FinishedWork.of(
                        "sub-channel " + id + " of " + channel,
                        "was created, because the others are full",
                        FinishedWork.cause(call)))
                .toList();
    }

    private static boolean isElastic(State state, Arn channel) {
        return state.channel(channel).filter(ChannelState::isElastic).isPresent();
    }

    /** Returns the sub-channels of an elastic channel that the other state, in which it exists, does not have. */
    private static Stream<String> missingSubChannels(State state, State other, Arn channel) {
        Optional<ChannelState> there = other.channel(channel);
        return state.channel(channel).stream()
                .filter(elastic -> elastic.isElastic() && there.isPresent())
                .flatMap(elastic -> elastic.subChannels().keySet().stream())
                .filter(id -> there.get().subChannel(id).isEmpty());
    }

    private static String days(int days) {
        return count(days, "1 day", "days");
    }

    private static String count(int number, String one, String many) {
        return number == 1 ? one : number + " " + many;
    }
}
