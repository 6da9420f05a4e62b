package io.github.chimefake.internal.clients;

import io.github.chimefake.internal.gateway.CallOrigin;
import io.github.chimefake.internal.gateway.Generations;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Adds the origin of each request in a header: the test, and the generation in which the call began. The test is the
 * one in which the client was created, or for clients of the baseline the one in which the call began.
 */
final class OriginInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<CallOrigin> ORIGIN = new ExecutionAttribute<>("ChimeFakeOrigin");

    private final Generations generations;
    private final long madeIn;

    OriginInterceptor(Generations generations, long madeIn) {
        this.generations = generations;
        this.madeIn = madeIn;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(ORIGIN, generations.ofCall(madeIn));
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder()
                .putHeader(CallOrigin.HEADER, attributes.getAttribute(ORIGIN).toString())
                .build();
    }
}
