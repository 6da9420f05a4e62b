package io.github.chimefake.assertj;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.RequestFilter;
import io.github.chimefake.internal.journal.JournalEntry;
import io.github.chimefake.internal.journal.PrintedDuration;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.internal.text.Shortened;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;

/** The criteria that the steps of assertions add. */
final class Criteria {
    /** A request may have a long text, such as a policy or a message. */
    private static final int REQUEST = 400;

    private Criteria() {}

    /** Returns the criterion that the request has this type, which is the noun of the assertion. */
    static Criterion<RecordedCall> type(Class<? extends AwsRequest> type) {
        return new Criterion<>("", Criterion.SUBJECT, call -> hasType(call, type), call -> "another operation");
    }

    private static boolean hasType(RecordedCall call, Class<?> type) {
        return call.request().filter(type::isInstance).isPresent();
    }

    /** Returns the criterion that the call ended in this way, which is the noun of the assertion. */
    static Criterion<RecordedCall> kind(FailureKind kind) {
        return new Criterion<>(
                "",
                Criterion.DETAIL,
                call -> kind.errorResponse(call).isPresent(),
                call -> outcome(call) + ", so it is no " + kind.noun());
    }

    private static String outcome(RecordedCall call) {
        String status = "it got status " + call.lastAttempt().status();
        return call.errorResponse()
                .map(error -> status + " " + error.error().errorType())
                .orElseGet(() -> call.isStubbed() ? status + " from a WireMock stub" : status);
    }

    /** Returns the criterion on the operation; calls of no operation fulfill it only if there is none. */
    static Criterion<RecordedCall> operations(String preposition, CallFilter operations) {
        return new Criterion<>(
                preposition + " " + operations,
                operations.equals(CallFilter.ANY) ? 0 : Criterion.SUBJECT,
                call -> operations.equals(CallFilter.ANY) || matches(call, operations),
                call -> "another operation");
    }

    /** Returns the criterion that the operation is one of a group. */
    static Criterion<RecordedCall> group(String name, Collection<Operation> operations) {
        CallFilter filter = CallFilter.ANY.on(operations);
        return new Criterion<>(
                "on " + name, Criterion.SUBJECT, call -> matches(call, filter), call -> "another operation");
    }

    static Criterion<RecordedCall> by(ChimeUser user) {
        return filter(
                CallFilter.ANY.by(user),
                "by " + user.name(),
                call -> call.bearer().isPresent() ? "another user than " + user.name() : "it has no bearer");
    }

    static Criterion<RecordedCall> by(ChimeCaller caller) {
        return filter(
                CallFilter.ANY.by(caller),
                "by " + caller,
                call -> call.caller()
                        .map(other -> "signed by " + other + ", not by " + caller)
                        .orElse("no caller is known of it"));
    }

    /** Returns the criterion that the call is on the channel with this ARN. */
    static Criterion<RecordedCall> inChannel(String arn) {
        return filter(
                CallFilter.ANY.inChannel(arn),
                "in channel " + arn,
                call -> call.channelArn().isPresent() ? "another channel than " + arn : "it names no channel");
    }

    /** Returns the criterion that the call is on the app instance with this ARN or something in it. */
    static Criterion<RecordedCall> inAppInstance(String arn) {
        return filter(CallFilter.ANY.inAppInstance(arn), "in app instance " + arn, call -> "another app instance");
    }

    private static Criterion<RecordedCall> filter(
            CallFilter filter, String words, Function<RecordedCall, String> miss) {
        return new Criterion<>(words, Criterion.DETAIL, call -> matches(call, filter), miss);
    }

    private static boolean matches(RecordedCall recorded, CallFilter filter) {
        return JournalEntry.call(recorded).filter(filter::matches).isPresent();
    }

    /**
     * Returns the criterion that the request has this type and fulfills the predicate, which is run now, once for each of these
     * calls. What the predicate throws, this method throws.
     */
    static <R extends AwsRequest> Criterion<RecordedCall> matching(
            Class<R> type, Predicate<? super R> predicate, List<RecordedCall> calls) {
        RequestFilter.requireReceivable(type);
        Set<RecordedCall> accepted = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<RecordedCall> rejected = Collections.newSetFromMap(new IdentityHashMap<>());
        for (RecordedCall call : calls) {
            call.request()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .ifPresent(request -> (predicate.test(request) ? accepted : rejected).add(call));
        }
        return new Criterion<>(
                "matching a predicate on " + type.getSimpleName(),
                Criterion.DETAIL,
                accepted::contains,
                call -> rejected.contains(call)
                        ? "the predicate returned false for " + request(call)
                        : "the predicate was not called for it");
    }

    private static String request(RecordedCall call) {
        return call.request()
                .map(request -> Shortened.of(OneLine.of(request.toString()), REQUEST))
                .orElse("it");
    }

    /** Returns the criterion that the error of this kind fulfills a condition. */
    static Criterion<RecordedCall> error(
            FailureKind kind, String words, Predicate<ErrorResponse> condition, Function<ErrorResponse, String> miss) {
        return new Criterion<>(
                words,
                Criterion.DETAIL,
                call -> kind.errorResponse(call).filter(condition).isPresent(),
                call -> kind.errorResponse(call).map(miss).orElseGet(() -> outcome(call)));
    }

    static Criterion<RecordedCall> withError(FailureKind kind, ChimeError error) {
        return error(
                kind,
                "with " + error.errorType(),
                response -> response.error() == error,
                response -> "it got " + response.error().errorType());
    }

    static Criterion<RecordedCall> because(FailureKind kind, String reason) {
        return error(
                kind,
                "because \"" + reason + "\"",
                response -> response.explanation().contains(reason),
                response -> "its explanation is \"" + Shortened.of(OneLine.of(response.explanation()), REQUEST) + "\"");
    }

    static Criterion<RecordedCall> decidedBy(FailureKind kind, Layer layer) {
        return error(
                kind,
                "decided by " + layer,
                response -> response.layer() == layer,
                response -> "decided by " + response.layer());
    }

    static Criterion<RecordedCall> withAttempts(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "withAttempts(" + count + "): expected at least 1, the number of the first attempt");
        }
        return new Criterion<>(
                "with " + number(count),
                Criterion.DETAIL,
                call -> call.attempts().size() == count,
                call -> "it has " + number(call.attempts().size()));
    }

    private static String number(int attempts) {
        return attempts == 1 ? "1 attempt" : attempts + " attempts";
    }

    static Criterion<RecordedCall> withPausesOfAtLeast(Duration shortest) {
        return pauses("of at least ", shortest, pause -> pause.compareTo(shortest) >= 0);
    }

    static Criterion<RecordedCall> withPausesOfAtMost(Duration longest) {
        return pauses("of at most ", longest, pause -> pause.compareTo(longest) <= 0);
    }

    private static Criterion<RecordedCall> pauses(String comparison, Duration duration, Predicate<Duration> test) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Received the duration " + duration + ". Expected 0 or more");
        }
        return new Criterion<>(
                "with pauses " + comparison + PrintedDuration.of(duration),
                Criterion.DETAIL,
                call -> !call.pauses().isEmpty() && call.pauses().stream().allMatch(test),
                call -> call.pauses().isEmpty()
                        ? "it has 1 attempt, so it has no pause"
                        : "its pauses are "
                                + call.pauses().stream()
                                        .map(PrintedDuration::of)
                                        .collect(joining(", ")));
    }

    /** Returns the criterion that any fault applied to an attempt. */
    static Criterion<RecordedCall> withFault() {
        return new Criterion<>(
                "with a fault", Criterion.DETAIL, call -> !faults(call).isEmpty(), Criteria::otherFaults);
    }

    /** Returns the criterion that this fault applied to an attempt. */
    static Criterion<RecordedCall> withFault(Registration fault) {
        return new Criterion<>(
                "with the fault \"" + fault + "\"",
                Criterion.DETAIL,
                call -> JournalEntry.hasFault(call, fault),
                Criteria::otherFaults);
    }

    private static String otherFaults(RecordedCall call) {
        List<String> faults = faults(call);
        return faults.isEmpty() ? "no fault applied to it" : "other faults applied to it: " + String.join("; ", faults);
    }

    private static List<String> faults(RecordedCall call) {
        return call.attempts().stream()
                .map(RecordedAttempt::appliedFaults)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Returns what a filter asks, one criterion for each part. The predicate of a user is left out. */
    static List<Criterion<RecordedCall>> of(CallFilter filter) {
        List<Criterion<RecordedCall>> criteria = new ArrayList<>();
        criteria.add(operations("of", CallFilter.ANY.on(filter.operations())));
        filter.user().ifPresent(user -> criteria.add(by(user)));
        filter.caller().ifPresent(caller -> criteria.add(by(caller)));
        filter.channel().ifPresent(channel -> criteria.add(inChannel(channel.text())));
        filter.appInstance().ifPresent(appInstance -> criteria.add(inAppInstance(appInstance.text())));
        filter.request().ifPresent(requests -> criteria.add(type(requests.type())));
        return criteria;
    }
}
