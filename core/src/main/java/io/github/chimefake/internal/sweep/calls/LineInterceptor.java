package io.github.chimefake.internal.sweep.calls;

import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Tells a sweep which line of the code under test made a call. The SDK finds it by the files {@code execution.interceptors} and puts it in
 * every client of both services, including those that the code under test builds. Does nothing unless a sweep runs.
 */
public final class LineInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<CallOrigin> ORIGIN = new ExecutionAttribute<>("ChimeFakeSweepOrigin");
    private static final ExecutionAttribute<Sent> SENT = new ExecutionAttribute<>("ChimeFakeSweepSent");

    private record Sent(CallObserver observer, String invocationId) {}

    /** On the thread of the caller, also in asynchronous clients. */
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (!ObservedFakes.none()) {
            ObservedFakes.all().forEach(observer -> observer.begins(Thread.currentThread()));
            attributes.putAttribute(ORIGIN, new CallOrigin(CodeLines.current(), Moment.now()));
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        CallOrigin origin = attributes.getAttribute(ORIGIN);
        if (origin == null) {
            return;
        }
        SdkHttpRequest request = context.httpRequest();
        Optional<String> invocationId = request.firstMatchingHeader("amz-sdk-invocation-id");
        Optional<CallObserver> observer = ObservedFakes.at(request.port());
        if (observer.isPresent() && invocationId.isPresent()) {
            attributes.putAttribute(SENT, new Sent(observer.get(), invocationId.get()));
            observer.get().sends(invocationId.get(), origin);
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        Sent sent = attributes.getAttribute(SENT);
        if (sent != null) {
            sent.observer().fails(sent.invocationId(), context.exception());
        }
    }
}
