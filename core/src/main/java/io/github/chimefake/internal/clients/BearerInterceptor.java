package io.github.chimefake.internal.clients;

import io.github.chimefake.ChimeUser;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Sets {@code x-amz-chime-bearer} to a user, unless the request already has one. */
final class BearerInterceptor implements ExecutionInterceptor {
    private static final String BEARER = "x-amz-chime-bearer";

    private final ChimeUser user;

    BearerInterceptor(ChimeUser user) {
        this.user = user;
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        return request.firstMatchingHeader(BEARER).isPresent()
                ? request
                : request.toBuilder().putHeader(BEARER, user.arn()).build();
    }
}
