package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE;

import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceResponse;

/** Describes an app instance. Assumed: 403 for an unknown app instance, because the model has no 404 here. */
public final class DescribeAppInstance extends Query<Directory, DescribeAppInstanceRequest> {
    public DescribeAppInstance() {
        super(DESCRIBE_APP_INSTANCE, DescribeAppInstanceRequest.class);
    }

    @Override
    public DescribeAppInstanceResponse respond(
            Directory directory, HandlerContext<DescribeAppInstanceRequest> context) {
        DescribeAppInstanceRequest request = context.request();
        return DescribeAppInstanceResponse.builder()
                .appInstance(Views.appInstance(AppInstances.require(directory, context.arn(request.appInstanceArn()))))
                .build();
    }
}
