package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_USER_ENDPOINT;

import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserEndpointRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserEndpointResponse;

/**
 * Describes an endpoint of a user. Observed: with its token in plain text. Assumed: 403 for an endpoint that does not
 * exist.
 */
public final class DescribeAppInstanceUserEndpoint extends Query<Directory, DescribeAppInstanceUserEndpointRequest> {
    public DescribeAppInstanceUserEndpoint() {
        super(DESCRIBE_APP_INSTANCE_USER_ENDPOINT, DescribeAppInstanceUserEndpointRequest.class);
    }

    @Override
    public DescribeAppInstanceUserEndpointResponse respond(
            Directory directory, HandlerContext<DescribeAppInstanceUserEndpointRequest> context) {
        DescribeAppInstanceUserEndpointRequest request = context.request();
        AppInstanceUser user = UserEndpoints.owner(directory, context.arn(request.appInstanceUserArn()));
        return DescribeAppInstanceUserEndpointResponse.builder()
                .appInstanceUserEndpoint(
                        UserEndpointViews.view(user, UserEndpoints.require(user, request.endpointId())))
                .build();
    }
}
