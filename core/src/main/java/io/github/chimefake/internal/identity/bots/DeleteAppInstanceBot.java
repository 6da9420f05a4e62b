package io.github.chimefake.internal.identity.bots;

import static io.github.chimefake.Operation.DELETE_APP_INSTANCE_BOT;

import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceBotResponse;

/**
 * Deletes a bot. Assumed: the same effects as deleting a user; 403 for a bot that does not exist, even if it existed
 * before.
 */
public final class DeleteAppInstanceBot extends Command<Directory, DeleteAppInstanceBotRequest> {
    public DeleteAppInstanceBot() {
        super(DELETE_APP_INSTANCE_BOT, DeleteAppInstanceBotRequest.class);
    }

    @Override
    public Outcome<Directory> apply(Directory directory, HandlerContext<DeleteAppInstanceBotRequest> context) {
        AppInstanceUser bot =
                Bots.require(directory, context.arn(context.request().appInstanceBotArn()));
        return new Outcome<>(
                directory.withoutUser(bot),
                DeleteAppInstanceBotResponse.builder().build());
    }
}
