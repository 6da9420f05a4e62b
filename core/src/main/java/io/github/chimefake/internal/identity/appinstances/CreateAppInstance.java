package io.github.chimefake.internal.identity.appinstances;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Profile;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Idempotency;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.quotas.Quota;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceResponse;

/**
 * Creates an app instance. Documented: a generated id, and idempotency by the token. Assumed: names need not be unique;
 * 409 for other input with the same token; a token is forgotten when its app instance is deleted.
 */
public final class CreateAppInstance extends Command<Directory, CreateAppInstanceRequest> {
    private final String region;
    private final String account;

    /**
     * Creates the handler.
     *
     * @param region the region of new app instances
     * @param account the account of new app instances
     */
    public CreateAppInstance(String region, String account) {
        super(CREATE_APP_INSTANCE, CreateAppInstanceRequest.class);
        this.region = region;
        this.account = account;
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<CreateAppInstanceRequest> context) {
        CreateAppInstanceRequest request = context.request();
        return new Idempotency<>(Directory::recentRequests, Directory::with)
                .once(
                        directory,
                        context,
                        Optional.empty(),
                        request.clientRequestToken(),
                        response -> response.getValueForField("AppInstanceArn", String.class)
                                .map(context::arn)
                                .flatMap(directory::appInstance)
                                .isPresent(),
                        current -> create(current, context));
    }

    private Outcome<Directory> create(Directory directory, HandlerContext<CreateAppInstanceRequest> context) {
        CreateAppInstanceRequest request = context.request();
        Directory next = directory.advanced();
        AppInstanceArn arn =
                AppInstanceArn.of(region, account, context.identifiers().uuid(next.sequence()));
        directory
                .settings()
                .quotas()
                .require(
                        Quota.APP_INSTANCES_PER_ACCOUNT,
                        directory.appInstances().size() + 1,
                        arn);
        Profile profile = Profile.of(request.name(), Optional.ofNullable(request.metadata()), context.now());
        return new Outcome<>(
                next.with(AppInstance.of(arn, profile)).withTags(arn, Views.tags(request.tags())),
                CreateAppInstanceResponse.builder().appInstanceArn(arn.text()).build());
    }
}
