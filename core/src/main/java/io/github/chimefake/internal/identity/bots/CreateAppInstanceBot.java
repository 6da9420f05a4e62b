package io.github.chimefake.internal.identity.bots;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_BOT;

import io.github.chimefake.internal.arn.BotArn;
import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.AppInstances;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.Profile;
import io.github.chimefake.internal.identity.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Idempotency;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceBotResponse;

/**
 * Creates a bot, which can be a bearer, member and admin like a user. Documented: a generated id; the model marks the
 * token as an idempotency token; no quota. Assumed: the existence of the Lex bot is not checked; without a name, the
 * name is empty; a token is forgotten when its bot is deleted.
 */
public final class CreateAppInstanceBot extends Command<Directory, CreateAppInstanceBotRequest> {
    public CreateAppInstanceBot() {
        super(CREATE_APP_INSTANCE_BOT, CreateAppInstanceBotRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<CreateAppInstanceBotRequest> context) {
        CreateAppInstanceBotRequest request = context.request();
        AppInstance appInstance = AppInstances.require(directory, context.arn(request.appInstanceArn()));
        return new Idempotency<>(Directory::recentRequests, Directory::with)
                .once(
                        directory,
                        context,
                        Optional.of(appInstance.arn()),
                        request.clientRequestToken(),
                        response -> response.getValueForField("AppInstanceBotArn", String.class)
                                .map(context::arn)
                                .flatMap(directory::user)
                                .isPresent(),
                        current -> create(current, context, appInstance));
    }

    private static Outcome<Directory> create(
            Directory directory, HandlerContext<CreateAppInstanceBotRequest> context, AppInstance appInstance) {
        CreateAppInstanceBotRequest request = context.request();
        Directory next = directory.advanced();
        BotArn arn = appInstance.arn().bot(context.identifiers().uuid(next.sequence()));
        Profile profile = Profile.of(
                Optional.ofNullable(request.name()).orElse(""), Optional.ofNullable(request.metadata()), context.now());
        AppInstanceUser bot = AppInstanceUser.of(arn, profile)
                .with(BotViews.configuration(appInstance.arn(), request.configuration()));
        return new Outcome<>(
                next.with(bot).withTags(arn, Views.tags(request.tags())),
                CreateAppInstanceBotResponse.builder()
                        .appInstanceBotArn(arn.text())
                        .build());
    }
}
