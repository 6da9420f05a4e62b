package io.github.chimefake.internal.identity;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_BOT;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceBotResponse;

/** Describes a bot. Documented: 404 for one that does not exist, which the model has on this operation alone. */
final class DescribeAppInstanceBot extends Query<DescribeAppInstanceBotRequest> {
    DescribeAppInstanceBot() {
        super(DESCRIBE_APP_INSTANCE_BOT, DescribeAppInstanceBotRequest.class);
    }

    @Override
    DescribeAppInstanceBotResponse answer(Directory directory, Invocation<DescribeAppInstanceBotRequest> invocation) {
        String arn = invocation.request().appInstanceBotArn();
        AppInstanceUser bot = Bots.require(directory, arn, ChimeError.NOT_FOUND, Provenance.DOCUMENTED);
        return DescribeAppInstanceBotResponse.builder()
                .appInstanceBot(BotViews.bot(bot))
                .build();
    }
}
