package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_BOT;

import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceBotResponse;

/**
 * Creates a bot, which is a bearer, member and admin like any user. Documented: an id of the service's making; the model
 * marks the token as an idempotency token; no quota. Assumed: whether the Lex bot exists is not looked at; without a name,
 * its name is empty; the token means nothing any more once the bot is deleted.
 */
final class CreateAppInstanceBot extends Command<CreateAppInstanceBotRequest> {
    CreateAppInstanceBot() {
        super(CREATE_APP_INSTANCE_BOT, CreateAppInstanceBotRequest.class);
    }

    @Override
    Outcome apply(Directory directory, Invocation<CreateAppInstanceBotRequest> invocation) {
        CreateAppInstanceBotRequest request = invocation.request();
        AppInstance appInstance = AppInstances.require(directory, request.appInstanceArn());
        return Idempotency.once(
                directory,
                invocation,
                appInstance.arn(),
                request.clientRequestToken(),
                made -> made.getValueForField("AppInstanceBotArn", String.class)
                        .flatMap(directory::user)
                        .isPresent(),
                current -> create(current, invocation, appInstance));
    }

    private static Outcome create(
            Directory directory, Invocation<CreateAppInstanceBotRequest> invocation, AppInstance appInstance) {
        CreateAppInstanceBotRequest request = invocation.request();
        Directory next = directory.advanced();
        String arn = invocation.naming().child(appInstance.arn(), "bot", next.sequence());
        Profile profile = Profile.of(
                Optional.ofNullable(request.name()).orElse(""),
                Optional.ofNullable(request.metadata()),
                invocation.now());
        AppInstanceUser bot = AppInstanceUser.of(arn, appInstance.arn(), profile)
                .with(BotViews.configuration(request.configuration()));
        return new Outcome(
                next.with(bot).withTags(arn, Views.tags(request.tags())),
                CreateAppInstanceBotResponse.builder().appInstanceBotArn(arn).build());
    }
}
