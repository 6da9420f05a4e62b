package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE;

import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceResponse;

/** Describes an app instance. Assumed: 403 for an unknown one, as the model has no 404 here. */
final class DescribeAppInstance extends Query<DescribeAppInstanceRequest> {
    DescribeAppInstance() {
        super(DESCRIBE_APP_INSTANCE, DescribeAppInstanceRequest.class);
    }

    @Override
    DescribeAppInstanceResponse answer(Directory directory, Invocation<DescribeAppInstanceRequest> invocation) {
        DescribeAppInstanceRequest request = invocation.request();
        return DescribeAppInstanceResponse.builder()
                .appInstance(Views.appInstance(AppInstances.require(directory, request.appInstanceArn())))
                .build();
    }
}
