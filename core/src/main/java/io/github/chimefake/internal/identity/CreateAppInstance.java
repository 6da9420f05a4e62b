package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;

import io.github.chimefake.quotas.Quota;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceResponse;

/**
 * Creates an app instance. Documented: a made-up id, and idempotency by the token. Assumed: names need not be unique; other
 * input under the same token is a 409; the token means nothing any more once the app instance is deleted.
 */
final class CreateAppInstance extends Command<CreateAppInstanceRequest> {
    CreateAppInstance() {
        super(CREATE_APP_INSTANCE, CreateAppInstanceRequest.class);
    }

    @Override
    Outcome apply(Directory directory, Invocation<CreateAppInstanceRequest> invocation) {
        CreateAppInstanceRequest request = invocation.request();
        return Idempotency.once(
                directory,
                invocation,
                "",
                request.clientRequestToken(),
                made -> made.getValueForField("AppInstanceArn", String.class)
                        .flatMap(directory::appInstance)
                        .isPresent(),
                current -> create(current, invocation));
    }

    private static Outcome create(Directory directory, Invocation<CreateAppInstanceRequest> invocation) {
        CreateAppInstanceRequest request = invocation.request();
        Directory next = directory.advanced();
        String arn = invocation.naming().appInstance(next.sequence());
        invocation
                .quotas()
                .require(
                        Quota.APP_INSTANCES_PER_ACCOUNT,
                        directory.appInstances().size() + 1,
                        arn);
        Profile profile = Profile.of(request.name(), Optional.ofNullable(request.metadata()), invocation.now());
        return new Outcome(
                next.with(AppInstance.of(arn, profile)).withTags(arn, Views.tags(request.tags())),
                CreateAppInstanceResponse.builder().appInstanceArn(arn).build());
    }
}
