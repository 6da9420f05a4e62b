package io.github.chimefake;

import io.github.chimefake.gateway.TestRuns;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Marks each call with the test run that it belongs to: the run that the client was made in, or for a client of the
 * baseline the one that the call begins in.
 */
final class TestRunInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<Long> RUN = new ExecutionAttribute<>("ChimeFakeTestRun");

    private final TestRuns runs;
    private final long madeIn;

    TestRunInterceptor(TestRuns runs) {
        this.runs = runs;
        this.madeIn = runs.current();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(RUN, runs.runOfCall(madeIn));
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder()
                .putHeader(TestRuns.HEADER, Long.toString(attributes.getAttribute(RUN)))
                .build();
    }
}
