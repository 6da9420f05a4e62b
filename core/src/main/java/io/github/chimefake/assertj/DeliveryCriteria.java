package io.github.chimefake.assertj;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.sessions.DeliveredEvent;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The criteria that the steps of assertions about deliveries add. */
final class DeliveryCriteria {
    private DeliveryCriteria() {}

    /** Returns the criterion on the type, which is the noun of the assertion. */
    static Criterion<DeliveredEvent> type(MessagingEventType type) {
        return new Criterion<>("", Criterion.SUBJECT, event -> event.type() == type, event -> "another type");
    }

    static Criterion<DeliveredEvent> forUser(ChimeUser user) {
        return new Criterion<>(
                "for " + user.name(),
                Criterion.DETAIL,
                event -> event.user().arn().equals(user.arn()), // Its name may have changed.
                event -> "sent to " + event.user().id());
    }

    static Criterion<DeliveredEvent> inChannel(String arn) {
        return new Criterion<>(
                "in channel " + arn,
                Criterion.DETAIL,
                event -> event.channelArn().filter(arn::equals).isPresent(),
                event -> event.channelArn().isPresent() ? "another channel" : "no channel");
    }

    /** Returns the criterion on the app instance of the channel, or of the session if the event has no channel. */
    static Criterion<DeliveredEvent> inAppInstance(String arn) {
        return new Criterion<>(
                "in app instance " + arn,
                Criterion.DETAIL,
                event -> Arn.of(event.channelArn().orElseGet(event.user()::arn))
                        .owner()
                        .filter(owner -> owner.text().equals(arn))
                        .isPresent(),
                event -> "another app instance");
    }

    /** Returns the criterion that the event of a write that was delivered fulfills a criterion. */
    static Criterion<DeliveredEvent> ofEvent(Criterion<MessagingEvent> criterion) {
        return new Criterion<>(
                criterion.words(),
                criterion.weight(),
                delivered -> delivered.event().filter(criterion::isMetBy).isPresent(),
                delivered -> delivered.event().map(criterion.miss()).orElse("no write emitted it"));
    }

    /** Returns the criterion that a predicate holds, which is run now, once for each of these. */
    static Criterion<DeliveredEvent> matching(
            Predicate<? super DeliveredEvent> predicate, List<DeliveredEvent> delivered) {
        Set<DeliveredEvent> accepted = Collections.newSetFromMap(new IdentityHashMap<>());
        for (DeliveredEvent event : delivered) {
            if (predicate.test(event)) {
                accepted.add(event);
            }
        }
        return new Criterion<>(
                "matching a predicate",
                Criterion.DETAIL,
                accepted::contains,
                event -> "the predicate returned false for it");
    }
}
