package io.github.chimefake.internal.events;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Operation;
import io.github.chimefake.events.EventCause;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Caller;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/** The cause of a write. Its text is created only on request. */
public final class WriteCause implements EventCause {
    private final Optional<CausingCall> call;
    private final String work;

    private WriteCause(Optional<CausingCall> call, String work) {
        this.call = call;
        this.work = work;
    }

    /** What is kept of a call. */
    private record CausingCall(Operation operation, AwsRequest request, Caller caller, Optional<Arn> bearer) {
        @Override
        public String toString() {
            return operation + bearer.map(by -> " by " + by).orElse("");
        }
    }

    /** Returns a call as the cause. The bytes of its request are not kept. */
    public static WriteCause of(Call call) {
        return new WriteCause(
                Optional.of(new CausingCall(call.operation(), call.request(), call.caller(), call.bearer())), "");
    }

    /** Returns a cause that is no call, for example an expiration. */
    public static WriteCause of(String text) {
        return new WriteCause(Optional.empty(), text);
    }

    /**
     * Returns what the service did after the response to this call as the cause.
     *
     * @param description for example {@code processor arn:… allowed it}
     */
    public WriteCause thenBy(String description) {
        return new WriteCause(call, description);
    }

    @Override
    public Optional<Operation> operation() {
        return call.map(CausingCall::operation);
    }

    @Override
    public Optional<AwsRequest> request() {
        return call.map(CausingCall::request);
    }

    @Override
    public Optional<ChimeCaller> caller() {
        return call.map(CausingCall::caller);
    }

    @Override
    public Optional<String> bearer() {
        return call.flatMap(CausingCall::bearer).map(Arn::text);
    }

    /** Returns the call alone, for example {@code SendChannelMessage by arn:…}, also if the service did something after it. */
    public String call() {
        return call.map(CausingCall::toString).orElse(work);
    }

    @Override
    public String text() {
        if (call.isEmpty() || work.isEmpty()) {
            return call();
        }
        return work + "; caused by " + call();
    }

    @Override
    public String toString() {
        return EventNames.in(text());
    }
}
