package io.github.chimefake.internal.messaging;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.internal.arn.Arn;
import java.util.List;

/** The events of a service that a test has not looked at before. */
final class EmittedEvents {
    private final ServiceFixture chime;
    private long seen;

    EmittedEvents(ServiceFixture chime) {
        this.chime = chime;
    }

    /** Returns the events since the last call of a method of this object. */
    List<MessagingEvent> next() {
        List<MessagingEvent> events = chime.events.all().stream()
                .filter(event -> event.number() > seen)
                .toList();
        seen = events.stream().mapToLong(MessagingEvent::number).max().orElse(seen);
        return events;
    }

    /** Returns the only event since the last call. */
    MessagingEvent only() {
        List<MessagingEvent> events = next();
        if (events.size() != 1) {
            throw new AssertionError("Expected one event, but there are: " + events);
        }
        return events.get(0);
    }

    /** Returns for example {@code CREATE_CHANNEL_MESSAGE: alice, bob} for each event since the last call. */
    List<String> lines() {
        return next().stream()
                .map(event -> event.type() + ": " + names(event.receivers()))
                .toList();
    }

    static String names(List<String> arns) {
        return arns.stream().map(arn -> Arn.of(arn).id()).collect(joining(", "));
    }
}
