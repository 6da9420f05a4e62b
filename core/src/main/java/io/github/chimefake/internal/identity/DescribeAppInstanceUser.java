package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_USER;

import io.github.chimefake.Provenance;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserResponse;

/** Describes a user. Observed: 403 for one that does not exist; the model has no 404 here. */
final class DescribeAppInstanceUser extends Query<DescribeAppInstanceUserRequest> {
    DescribeAppInstanceUser() {
        super(DESCRIBE_APP_INSTANCE_USER, DescribeAppInstanceUserRequest.class);
    }

    @Override
    DescribeAppInstanceUserResponse answer(Directory directory, Invocation<DescribeAppInstanceUserRequest> invocation) {
        String arn = invocation.request().appInstanceUserArn();
        return DescribeAppInstanceUserResponse.builder()
                .appInstanceUser(Views.user(Users.require(directory, arn, Provenance.OBSERVED)))
                .build();
    }
}
