package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_USER;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Users;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserResponse;

/** Describes a user. Observed: 403 for a user that does not exist; the model has no 404 here. */
public final class DescribeAppInstanceUser extends Query<Directory, DescribeAppInstanceUserRequest> {
    public DescribeAppInstanceUser() {
        super(DESCRIBE_APP_INSTANCE_USER, DescribeAppInstanceUserRequest.class);
    }

    @Override
    public DescribeAppInstanceUserResponse respond(
            Directory directory, HandlerContext<DescribeAppInstanceUserRequest> context) {
        Arn arn = context.arn(context.request().appInstanceUserArn());
        return DescribeAppInstanceUserResponse.builder()
                .appInstanceUser(Views.user(Users.require(directory, arn, Provenance.OBSERVED)))
                .build();
    }
}
