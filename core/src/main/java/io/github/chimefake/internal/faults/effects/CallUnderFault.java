package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Operation;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.faults.FaultedCall;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;

/** A call while one effect is applied to it. Used by one thread. */
public final class CallUnderFault implements FaultedCall {
    private final Call call;
    private final FaultTools tools;
    private final Function<Call, CallResult> rest;
    private final Thread thread = Thread.currentThread();
    private boolean proceeded;
    private boolean ended;
    private @Nullable CallResult result;
    private @Nullable Throwable thrown;

    /**
     * Creates a call.
     *
     * @param rest processes the call without this effect
     */
    public CallUnderFault(Call call, FaultTools tools, Function<Call, CallResult> rest) {
        this.call = call;
        this.tools = tools;
        this.rest = rest;
    }

    FaultTools tools() {
        return tools;
    }

    /** Returns the call. */
    public Call call() {
        return call;
    }

    @Override
    public Operation operation() {
        return call.operation();
    }

    @Override
    public AwsRequest request() {
        return call.request();
    }

    @Override
    public ChimeCaller caller() {
        return call.caller();
    }

    @Override
    public int attempt() {
        return call.attempt().number();
    }

    @Override
    public RandomGenerator random() {
        return tools.random();
    }

    @Override
    public FaultResponse proceed() {
        return new DefaultFaultResponse(process(call, tools.userCode()));
    }

    /** Processes the call, for an effect that is not user code. */
    CallResult process() {
        return process(call, UserCode.DIRECT);
    }

    /** Processes the call with another request. */
    CallResult process(AwsRequest other) {
        return process(call.withRequest(other), UserCode.DIRECT);
    }

    /** Processes the call, which does not see a number of the latest writes. */
    CallResult process(int missedWrites) {
        return process(call.missing(missedWrites), UserCode.DIRECT);
    }

    private CallResult process(Call changed, UserCode userCode) {
        if (proceeded || ended || Thread.currentThread() != thread) {
            throw new IllegalStateException("proceed() for " + operation() + " was called "
                    + (proceeded ? "a second time" : ended ? "after the effect had returned" : "by another thread")
                    + ". An effect calls it at most once, before it returns, in the thread that it was called by");
        }
        proceeded = true;
        try {
            CallResult processed = userCode.resume(() -> rest.apply(changed));
            result = processed;
            return processed;
        } catch (RuntimeException | Error e) {
            thrown = e;
            throw e;
        }
    }

    /** Ends the effect, so that the call can no longer proceed. */
    public void end() {
        ended = true;
    }

    /** Returns what the service, or a later fault, has made of the call; empty if the effect did not let it proceed. */
    public Optional<CallResult> result() {
        return Optional.ofNullable(result);
    }

    /** Throws what the processing of the call has thrown, which is not the effect's failure. */
    public void throwIfThrown() {
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
