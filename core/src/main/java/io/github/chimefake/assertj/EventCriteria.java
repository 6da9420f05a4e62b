package io.github.chimefake.assertj;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.internal.text.Shortened;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The criteria that the steps of assertions about events add. */
final class EventCriteria {
    private static final int PAYLOAD = 400;
    private static final int MOST_RECEIVERS = 10;

    private EventCriteria() {}

    /** Returns the criterion on the type, which is the noun of the assertion. */
    static Criterion<MessagingEvent> type(MessagingEventType type) {
        return new Criterion<>("", Criterion.SUBJECT, event -> event.type() == type, event -> "another type");
    }

    static Criterion<MessagingEvent> forUser(ChimeUser user) {
        return new Criterion<>(
                "for " + user.name(),
                Criterion.DETAIL,
                event -> event.isFor(user),
                event -> "it is not for " + user.name());
    }

    /** Returns the criterion that exactly these users receive the event, in any order. */
    static Criterion<MessagingEvent> exactlyFor(List<ChimeUser> users) {
        List<String> expected =
                users.stream().map(ChimeUser::arn).distinct().sorted().toList();
        return new Criterion<>(
                "for exactly " + users.stream().map(ChimeUser::name).collect(joining(", ")),
                Criterion.DETAIL,
                event -> users.stream().allMatch(event::isFor)
                        && event.receivers().equals(expected),
                event -> receiversInsteadOf(expected, event));
    }

    private static String receiversInsteadOf(List<String> expected, MessagingEvent event) {
        List<String> receivers = event.receivers();
        return "it is for " + names(receivers.stream()) + without(expected, receivers, "missing")
                + without(receivers, expected, "not expected");
    }

    private static String without(List<String> users, List<String> others, String words) {
        Set<String> known = Set.copyOf(others);
        List<String> rest = users.stream().filter(user -> !known.contains(user)).toList();
        return rest.isEmpty() ? "" : " (" + words + ": " + names(rest.stream()) + ")";
    }

    private static String names(Stream<String> arns) {
        List<String> names = arns.map(arn -> Arn.of(arn).id()).toList();
        if (names.isEmpty()) {
            return "no user";
        }
        int more = names.size() - MOST_RECEIVERS;
        return names.stream().limit(MOST_RECEIVERS).collect(joining(", ")) + (more > 0 ? " and " + more + " more" : "");
    }

    /** Returns the criterion that a call of this user made the event. */
    static Criterion<MessagingEvent> by(ChimeUser user) {
        return new Criterion<>(
                "by " + user.name(),
                Criterion.DETAIL,
                event -> event.cause().bearer().filter(user.arn()::equals).isPresent(),
                event -> event.cause()
                        .bearer()
                        .map(bearer -> "made by a call of " + Arn.of(bearer).id())
                        .orElse("no user made it"));
    }

    /** Returns the criterion that a call that this caller signed made the event. */
    static Criterion<MessagingEvent> by(ChimeCaller caller) {
        return new Criterion<>(
                "by " + caller,
                Criterion.DETAIL,
                event -> event.cause().caller().filter(caller::isSameAs).isPresent(),
                event -> event.cause()
                        .caller()
                        .map(other -> "made by a call that " + other + " signed")
                        .orElse("no call made it"));
    }

    static Criterion<MessagingEvent> causedBy(Operation operation) {
        return new Criterion<>(
                "caused by " + operation,
                Criterion.DETAIL,
                event -> event.cause().operation().filter(operation::equals).isPresent(),
                event -> event.cause()
                        .operation()
                        .map(other -> "caused by " + other)
                        .orElseGet(() -> "caused by " + event.cause()));
    }

    /**
     * Returns the criterion that the event is about the channel with this ARN.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    static Criterion<MessagingEvent> inChannel(String arn) {
        if (!(Arn.of(arn) instanceof ChannelArn channel)) {
            throw new IllegalArgumentException("inChannel(\"" + arn
                    + "\"): this is not the ARN of a channel, which has the form arn:…:app-instance/ID/channel/ID");
        }
        return new Criterion<>(
                "in channel " + arn,
                Criterion.DETAIL,
                event -> event.channelArn().equals(arn),
                event -> "another channel than " + channel.id());
    }

    static Criterion<MessagingEvent> inAppInstance(String arn) {
        return new Criterion<>(
                "in app instance " + arn,
                Criterion.DETAIL,
                event -> Arn.of(event.channelArn())
                        .owner()
                        .filter(owner -> owner.text().equals(arn))
                        .isPresent(),
                event -> "another app instance");
    }

    /** Returns the criterion that a predicate holds, which is run now, once for each of these events. */
    static Criterion<MessagingEvent> matching(
            Predicate<? super MessagingEvent> predicate, List<MessagingEvent> events) {
        return tested("matching a predicate", predicate, events, "the predicate returned false for ");
    }

    /** Returns the criterion that the payload has this class and fulfills a predicate, which is run now. */
    static <P> Criterion<MessagingEvent> withPayload(
            Class<P> type, Predicate<? super P> predicate, List<MessagingEvent> events) {
        return tested(
                "with a " + type.getSimpleName() + " matching a predicate",
                event -> predicate.test(event.payload(type)),
                events,
                "the predicate returned false for the payload ");
    }

    private static Criterion<MessagingEvent> tested(
            String words, Predicate<? super MessagingEvent> predicate, List<MessagingEvent> events, String miss) {
        Set<MessagingEvent> accepted = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<MessagingEvent> tried = Collections.newSetFromMap(new IdentityHashMap<>());
        for (MessagingEvent event : events) {
            tried.add(event);
            if (predicate.test(event)) {
                accepted.add(event);
            }
        }
        return new Criterion<>(
                words,
                Criterion.DETAIL,
                accepted::contains,
                event -> tried.contains(event)
                        ? miss + Shortened.of(OneLine.of(event.payloadJson()), PAYLOAD)
                        : "the predicate was not called for it");
    }
}
