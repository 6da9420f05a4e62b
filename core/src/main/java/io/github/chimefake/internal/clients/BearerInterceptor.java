package io.github.chimefake.internal.clients;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.http.HeaderNames;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Sets {@code x-amz-chime-bearer} to a user, unless the request already has one. */
final class BearerInterceptor implements ExecutionInterceptor {
    private final ChimeUser user;

    BearerInterceptor(ChimeUser user) {
        this.user = user;
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        return request.firstMatchingHeader(HeaderNames.BEARER).isPresent()
                ? request
                : request.toBuilder().putHeader(HeaderNames.BEARER, user.arn()).build();
    }
}
