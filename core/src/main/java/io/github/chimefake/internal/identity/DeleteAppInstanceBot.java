package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.DELETE_APP_INSTANCE_BOT;

import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DeleteAppInstanceBotResponse;

/** Deletes a bot. Assumed: with the effects of deleting a user; 403 for one that does not exist, even if it did before. */
final class DeleteAppInstanceBot extends Command<DeleteAppInstanceBotRequest> {
    DeleteAppInstanceBot() {
        super(DELETE_APP_INSTANCE_BOT, DeleteAppInstanceBotRequest.class);
    }

    @Override
    Outcome apply(Directory directory, Invocation<DeleteAppInstanceBotRequest> invocation) {
        AppInstanceUser bot = Bots.require(directory, invocation.request().appInstanceBotArn());
        return new Outcome(
                directory.withoutUser(bot),
                DeleteAppInstanceBotResponse.builder().build());
    }
}
