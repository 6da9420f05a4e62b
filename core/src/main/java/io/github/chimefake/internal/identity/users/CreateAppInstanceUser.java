package io.github.chimefake.internal.identity.users;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.arn.UserArn;
import io.github.chimefake.internal.common.RecentRequests;
import io.github.chimefake.internal.common.RecentRequests.Token;
import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Lifetime;
import io.github.chimefake.internal.directory.Profile;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.quotas.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationSettings;

/**
 * Registers a user with the id in the request. Documented: the ARN consists of the app instance's ARN and that id; 409
 * for an id that exists. Observed: programs that create the same user with the same name at every sign-in. Assumed,
 * because both occur: a repetition with the same name and metadata returns the first response, without effect, unless
 * the settings make it fail; 409 for another name or other metadata. Observed: some clients use the minute of the day
 * as the token, so a token is valid for one user only.
 */
public final class CreateAppInstanceUser extends Command<Directory, CreateAppInstanceUserRequest> {
    public CreateAppInstanceUser() {
        super(CREATE_APP_INSTANCE_USER, CreateAppInstanceUserRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<CreateAppInstanceUserRequest> context) {
        CreateAppInstanceUserRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        UserArn arn = appInstance.arn().user(request.appInstanceUserId());
        Token token = Token.of(context.operation(), Optional.empty(), Optional.of(arn), request.clientRequestToken());
        Optional<AppInstanceUser> existing = directory.user(arn);
        if (existing.isPresent()) {
            return repeat(directory, context, existing.get(), token);
        }
        directory
                .settings()
                .quotas()
                .require(
                        Quota.APP_INSTANCE_USERS_PER_APP_INSTANCE,
                        directory.usersOf(appInstance.arn()).size() + 1,
                        appInstance.arn());
        CreateAppInstanceUserResponse response = response(arn);
        Directory created = directory.with(user(directory, context, arn)).withTags(arn, Views.tags(request.tags()));
        RecentRequests requests = created.recentRequests()
                .without(token, deletedUsersResponse -> true)
                .plus(token, request, response);
        return new Outcome<>(created.with(requests), response);
    }

    private static AppInstanceUser user(
            Directory directory, HandlerContext<CreateAppInstanceUserRequest> context, UserArn arn) {
        CreateAppInstanceUserRequest request = context.request();
        Profile profile = Profile.of(request.name(), Optional.ofNullable(request.metadata()), context.now());
        Lifetime lifetime = new Lifetime(
                validFrom(directory, context),
                Optional.ofNullable(request.expirationSettings()).map(ExpirationSettings::expirationDays));
        return AppInstanceUser.of(arn, profile).with(lifetime);
    }

    private static Optional<Instant> validFrom(Directory directory, HandlerContext<?> context) {
        Duration delay = directory.settings().newUsersValidAfter();
        return delay.isZero() ? Optional.empty() : Optional.of(context.now().plus(delay));
    }

    private static Outcome<Directory> repeat(
            Directory directory,
            HandlerContext<CreateAppInstanceUserRequest> context,
            AppInstanceUser existing,
            Token token) {
        CreateAppInstanceUserRequest request = context.request();
        boolean retried = directory.recentRequests().responseTo(token, request).isPresent();
        boolean same = existing.profile().matches(request.name(), Optional.ofNullable(request.metadata()));
        if (retried || (same && !directory.settings().repeatedCreationFails())) {
            return new Outcome<>(directory, response(existing.arn()));
        }
        throw ServiceError.of(
                        Layer.STATE,
                        ChimeError.CONFLICT,
                        existing.arn() + " exists already, "
                                + (same ? "with the same" : "with another")
                                + " name or metadata. "
                                + (same
                                        ? "This test made such a repetition fail with directory().repeatedCreationFails(true). "
                                        : "")
                                + "Use it as it is, change it with UpdateAppInstanceUser, or choose another AppInstanceUserId.",
                        Provenance.DOCUMENTED)
                .asException();
    }

    private static CreateAppInstanceUserResponse response(MemberArn arn) {
        return CreateAppInstanceUserResponse.builder()
                .appInstanceUserArn(arn.text())
                .build();
    }
}
