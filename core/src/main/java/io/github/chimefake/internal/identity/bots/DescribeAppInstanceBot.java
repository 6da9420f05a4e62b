package io.github.chimefake.internal.identity.bots;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_BOT;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceBotRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceBotResponse;

/** Describes a bot. Documented: 404 for a bot that does not exist, which the model has for this operation only. */
public final class DescribeAppInstanceBot extends Query<Directory, DescribeAppInstanceBotRequest> {
    public DescribeAppInstanceBot() {
        super(DESCRIBE_APP_INSTANCE_BOT, DescribeAppInstanceBotRequest.class);
    }

    @Override
    public DescribeAppInstanceBotResponse respond(
            Directory directory, HandlerContext<DescribeAppInstanceBotRequest> context) {
        Arn arn = context.arn(context.request().appInstanceBotArn());
        AppInstanceUser bot = Bots.require(directory, arn, ChimeError.NOT_FOUND, Provenance.DOCUMENTED);
        return DescribeAppInstanceBotResponse.builder()
                .appInstanceBot(BotViews.bot(bot))
                .build();
    }
}
