package io.github.chimefake.internal.sweep.calls;

import java.util.Optional;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Tells a sweep which line of the code under test made a call, and in which run. The SDK finds it by the files
 * {@code execution.interceptors} and puts it in every client of both services, including those that the code under test builds. Does nothing
 * unless a sweep runs.
 */
public final class LineInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<CallOrigin> ORIGIN = new ExecutionAttribute<>("ChimeFakeSweepOrigin");
    private static final ExecutionAttribute<Sent> SENT = new ExecutionAttribute<>("ChimeFakeSweepSent");

    private record Sent(CallObserver observer, String invocationId) {}

    /** On the thread of the caller, also in asynchronous clients. */
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        CodeThread.requireNotLeftBehind();
        if (!ObservedFakes.none()) {
            CallOrigin origin =
                    new CallOrigin(CodeLines.current(), Moment.now(), System.nanoTime(), ObservedFakes.all());
            attributes.putAttribute(ORIGIN, origin);
            origin.runs().values().forEach(run -> run.begins(origin));
        }
    }

    @Override
    public void afterMarshalling(Context.AfterMarshalling context, ExecutionAttributes attributes) {
        forEachRun(attributes, CallObserver::hasRequest);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        Optional<String> invocationId = request.firstMatchingHeader("amz-sdk-invocation-id");
        if (invocationId.isEmpty()) {
            return;
        }
        Optional<CallOrigin> origin = Optional.ofNullable(attributes.getAttribute(ORIGIN));
        Optional<CallObserver> run =
                origin.flatMap(began -> Optional.ofNullable(began.runs().get(request.port())));
        if (run.isPresent()) {
            attributes.putAttribute(SENT, new Sent(run.get(), invocationId.get()));
            run.get().sends(invocationId.get(), origin.get());
        } else {
            ObservedFakes.at(request.port()).ifPresent(current -> current.sendsFromOutside(invocationId.get()));
        }
        origin.ifPresent(began -> began.runs().forEach((port, other) -> {
            if (port != request.port()) {
                other.ends(began);
            }
        }));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Sent sent = attributes.getAttribute(SENT);
        if (sent != null) {
            sent.observer().returns(sent.invocationId());
        }
        forEachRun(attributes, CallObserver::ends);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        Sent sent = attributes.getAttribute(SENT);
        if (sent != null) {
            sent.observer().fails(sent.invocationId(), context.exception());
        }
        forEachRun(attributes, CallObserver::ends);
    }

    private static void forEachRun(ExecutionAttributes attributes, BiConsumer<CallObserver, CallOrigin> action) {
        CallOrigin origin = attributes.getAttribute(ORIGIN);
        if (origin != null) {
            origin.runs().values().forEach(run -> action.accept(run, origin));
        }
    }
}
