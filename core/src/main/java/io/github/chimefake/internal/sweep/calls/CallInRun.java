package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.internal.exchange.CallResult;
import java.util.Optional;

/** A call of a run in progress. */
final class CallInRun {
    private final SiteOfCall site;
    private final String caller;
    private final RequestContent content;
    private final Optional<OperationFailure> injected;
    private final Moment began;
    private final long beganNanos;
    private Moment ended;
    private long endedNanos;
    private boolean delivered;
    private boolean failed;
    private boolean denied;
    private boolean failedInPart;
    private Optional<String> error = Optional.empty();

    /**
     * Creates a call.
     *
     * @param began when the code made it, or else when its first attempt was received
     * @param beganNanos the same moment, since an arbitrary one
     */
    CallInRun(
            SiteOfCall site,
            String caller,
            RequestContent content,
            Optional<OperationFailure> injected,
            Moment began,
            long beganNanos) {
        this.site = site;
        this.caller = caller;
        this.content = content;
        this.injected = injected;
        this.began = began;
        this.ended = began;
        this.beganNanos = beganNanos;
        this.endedNanos = beganNanos;
    }

    SiteOfCall site() {
        return site;
    }

    RequestContent content() {
        return content;
    }

    Optional<OperationFailure> injected() {
        return injected;
    }

    synchronized void attemptEnded(CallResult result) {
        if (!delivered) {
            ended = Moment.now();
        }
        endedNanos = System.nanoTime();
        error = Optional.empty();
        denied = false;
        failedInPart = result.outcome() instanceof CallResult.Success success
                && RequestContent.hasErrorsOfMembers(success.response());
        failed = result.connectionFault().isPresent() || !(result.outcome() instanceof CallResult.Success);
        if (result.outcome() instanceof CallResult.Failure failure) {
            error = Optional.of(failure.serviceError().error().errorType());
            denied = failure.serviceError().error().isDenial();
        }
    }

    /** Notes that the code got the response. */
    synchronized void returned() {
        endedNanos = System.nanoTime();
    }

    /** Notes that the code got an exception, which is later than the last response. */
    synchronized void delivered() {
        delivered = true;
        endedNanos = System.nanoTime();
        ended = Moment.now();
    }

    synchronized SweptCall end() {
        return new SweptCall(
                site,
                caller,
                content,
                injected,
                failed,
                error,
                denied,
                failedInPart,
                began,
                ended,
                new SweptCall.Period(beganNanos, endedNanos));
    }
}
