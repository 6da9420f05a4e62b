package io.github.chimefake.internal.events;

import io.github.chimefake.Operation;
import io.github.chimefake.events.EventCause;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/** The cause of a write. Its text is created only on request. */
public final class WriteCause implements EventCause {
    private final Optional<Operation> operation;
    private final Optional<AwsRequest> request;
    private final Optional<Arn> bearer;
    private final String work;

    private WriteCause(Optional<Operation> operation, Optional<AwsRequest> request, Optional<Arn> bearer, String work) {
        this.operation = operation;
        this.request = request;
        this.bearer = bearer;
        this.work = work;
    }

    /** Returns a call as the cause. The bytes of its request are not kept. */
    public static WriteCause of(Call call) {
        return new WriteCause(Optional.of(call.operation()), Optional.of(call.request()), call.bearer(), "");
    }

    /** Returns a cause that is no call, for example an expiration. */
    public static WriteCause of(String text) {
        return new WriteCause(Optional.empty(), Optional.empty(), Optional.empty(), text);
    }

    /**
     * Returns what the service did after the response to this call as the cause.
     *
     * @param description for example {@code processor arn:… allowed it}
     */
    public WriteCause thenBy(String description) {
        return new WriteCause(operation, request, bearer, description);
    }

    @Override
    public Optional<Operation> operation() {
        return operation;
    }

    @Override
    public Optional<AwsRequest> request() {
        return request;
    }

    @Override
    public Optional<String> bearer() {
        return bearer.map(Arn::text);
    }

    /** Returns the call alone, for example {@code SendChannelMessage by arn:…}, also if the service did something after it. */
    public String call() {
        return operation
                .map(called -> called + bearer.map(by -> " by " + by).orElse(""))
                .orElse(work);
    }

    @Override
    public String text() {
        if (operation.isEmpty() || work.isEmpty()) {
            return call();
        }
        return work + "; caused by " + call();
    }

    @Override
    public String toString() {
        return EventNames.in(text());
    }
}
