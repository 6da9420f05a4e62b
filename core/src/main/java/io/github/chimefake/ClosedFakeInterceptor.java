package io.github.chimefake;

import java.net.URI;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Lets the calls of a ready client fail as those of any client whose endpoint is gone, once the fake is closed. */
final class ClosedFakeInterceptor implements ExecutionInterceptor {
    private final BooleanSupplier closed;
    private final URI endpoint;

    ClosedFakeInterceptor(BooleanSupplier closed, URI endpoint) {
        this.closed = closed;
        this.endpoint = endpoint;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (closed.getAsBoolean()) {
            throw SdkClientException.create("The fake at " + endpoint + " is closed, so nothing answers there");
        }
    }
}
