package io.github.chimefake.internal.setup;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.RegisteredSetup;
import io.github.chimefake.internal.filter.Registrations.Definition;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Explains by the calls of the journal why something that was registered has never applied. */
record ReceivedCalls(List<RecordedCall> calls) {
    private static final int NAMED = 3;

    String whyNeverApplied(RegisteredSetup setup) {
        Definition definition = setup.definitions().get(0);
        CallFilter filter = definition.filter();
        if (setup.isReplaced()) {
            return "a later one took its place";
        }
        if (setup.definitions().size() > 1) {
            return "it selected no call";
        }
        if (definition.subject().isPresent()) {
            return whyNeverApplied(definition.subject().get(), definition.schedule(), setup.seen());
        }
        if (setup.seen() > 0) {
            return whyNotScheduled(definition.schedule(), setup.seen());
        }
        List<RecordedCall> withActors = calls.stream()
                .filter(call -> filter.operations().isEmpty()
                        || call.operation()
                                .filter(filter.operations()::contains)
                                .isPresent())
                .toList();
        List<RecordedCall> named =
                withActors.stream().filter(call -> !call.isByActor()).toList();
        List<RecordedCall> later = named.stream()
                .filter(call -> !call.lastAttempt().receivedAt().isBefore(setup.since()))
                .toList();
        if (later.isEmpty()) {
            return "no " + noun(filter) + " was received"
                    + (named.isEmpty() ? "" : " after it was registered, " + count(named.size()) + " before")
                    + (withActors.size() > named.size() ? "; calls of actors do not count" : "");
        }
        return count(later.size(), noun(filter)) + otherwise(filter, later);
    }

    private static String whyNeverApplied(String subject, Schedule schedule, int seen) {
        return seen == 0
                ? "there was no " + subject + " that it selects"
                : "there " + (seen == 1 ? "was 1 " : "were " + seen + " ") + subject + (seen == 1 ? "" : "s")
                        + " of the " + schedule.firstCall() + " that it waits for";
    }

    private static String noun(CallFilter filter) {
        List<String> names =
                filter.operations().stream().map(Operation::awsName).sorted().toList();
        if (names.isEmpty()) {
            return "call";
        }
        return names.size() > NAMED ? "call of these operations" : String.join(" or ", names);
    }

    private static String whyNotScheduled(Schedule schedule, int seen) {
        int first = schedule.firstCall();
        return seen < first
                ? "received " + seen + " of the " + first + " calls that it waits for"
                : "received " + seen + (seen == 1 ? " call" : " calls")
                        + " that it selects, but another fault or rule came first each time";
    }

    /** Returns in what the calls differ from those that were selected. */
    private static String otherwise(CallFilter filter, List<RecordedCall> received) {
        if (filter.user().isPresent()
                && none(
                        received,
                        call -> call.bearer()
                                .filter(filter.user().get().arn()::equals)
                                .isPresent())) {
            return ", by " + names(received, call -> call.bearer().map(ReceivedCalls::lastPart), "no user");
        }
        if (filter.caller().isPresent()
                && none(
                        received,
                        call -> call.caller()
                                .filter(caller -> filter.caller().get().isSameAs(caller))
                                .isPresent())) {
            return ", signed by " + names(received, call -> call.caller().map(Object::toString), "no caller");
        }
        if (filter.channel().isPresent()
                && none(
                        received,
                        call -> call.channelArn()
                                .filter(filter.channel().get().text()::equals)
                                .isPresent())) {
            return ", in "
                    + names(received, call -> call.channelArn().map(arn -> "channel " + lastPart(arn)), "no channel");
        }
        return ", but its other conditions were not fulfilled, or another fault or rule came first";
    }

    private static boolean none(List<RecordedCall> received, Predicate<RecordedCall> condition) {
        return received.stream().noneMatch(condition);
    }

    private static String names(
            List<RecordedCall> received, Function<RecordedCall, Optional<String>> name, String missing) {
        List<String> all = received.stream()
                .map(call -> name.apply(call).orElse(missing))
                .distinct()
                .toList();
        return all.stream().limit(NAMED).collect(joining(", "))
                + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "");
    }

    private static String lastPart(String arn) {
        return Arn.of(arn).id();
    }

    private static String count(int number) {
        return number == 1 ? "1 was" : number + " were";
    }

    private static String count(int number, String noun) {
        return number + " " + (number > 1 && noun.startsWith("call") ? noun.replaceFirst("call", "calls") : noun)
                + (number == 1 ? " was received" : " were received");
    }
}
