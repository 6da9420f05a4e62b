package io.github.chimefake.internal.clients;

import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.gateway.Origin;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Names in each request the test that it belongs to, which is the one that the client was made in, or for a client of the
 * baseline the one that the call begins in; and the generation in which the call began.
 */
final class OriginInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<Origin> ORIGIN = new ExecutionAttribute<>("ChimeFakeOrigin");

    private final Generations generations;
    private final long madeIn;

    OriginInterceptor(Generations generations) {
        this.generations = generations;
        this.madeIn = generations.current().test();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(ORIGIN, generations.ofCall(madeIn));
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder()
                .putHeader(Origin.HEADER, attributes.getAttribute(ORIGIN).toString())
                .build();
    }
}
