package io.github.chimefake.internal.identity.bots;

import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE_BOT;

import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.UpdateAppInstanceBotResponse;

/**
 * Replaces name and metadata of a bot, and its configuration if the request has one. Documented: the model requires the
 * first two. Assumed: a configuration is replaced as a whole; without one, it is unchanged.
 */
public final class UpdateAppInstanceBot extends Command<Directory, UpdateAppInstanceBotRequest> {
    public UpdateAppInstanceBot() {
        super(UPDATE_APP_INSTANCE_BOT, UpdateAppInstanceBotRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<UpdateAppInstanceBotRequest> context) {
        UpdateAppInstanceBotRequest request = context.request();
        AppInstanceUser bot = Bots.require(directory, context.arn(request.appInstanceBotArn()));
        AppInstanceUser renamed = bot.with(
                bot.profile().replacedBy(request.name(), Optional.ofNullable(request.metadata()), context.now()));
        AppInstanceUser changed = Optional.ofNullable(request.configuration())
                .map(configuration -> BotViews.configuration(bot.appInstance(), configuration))
                .map(renamed::with)
                .orElse(renamed);
        return new Outcome<>(
                directory.with(changed),
                UpdateAppInstanceBotResponse.builder()
                        .appInstanceBotArn(bot.arn().text())
                        .build());
    }
}
