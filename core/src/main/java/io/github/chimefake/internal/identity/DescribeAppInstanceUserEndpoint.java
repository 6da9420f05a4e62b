package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_USER_ENDPOINT;

import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserEndpointResponse;

/** Describes a device of a user. Observed: with its token in clear. Assumed: 403 for one that does not exist. */
final class DescribeAppInstanceUserEndpoint extends Query<DescribeAppInstanceUserEndpointRequest> {
    DescribeAppInstanceUserEndpoint() {
        super(DESCRIBE_APP_INSTANCE_USER_ENDPOINT, DescribeAppInstanceUserEndpointRequest.class);
    }

    @Override
    DescribeAppInstanceUserEndpointResponse answer(
            Directory directory, Invocation<DescribeAppInstanceUserEndpointRequest> invocation) {
        DescribeAppInstanceUserEndpointRequest request = invocation.request();
        AppInstanceUser user = UserEndpoints.owner(directory, request.appInstanceUserArn());
        return DescribeAppInstanceUserEndpointResponse.builder()
                .appInstanceUserEndpoint(
                        UserEndpointViews.view(user, UserEndpoints.require(user, request.endpointId())))
                .build();
    }
}
