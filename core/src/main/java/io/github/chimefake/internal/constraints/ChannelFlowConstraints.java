package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.ASSOCIATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;
import static io.github.chimefake.Operation.CREATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.DELETE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_FLOW;
import static io.github.chimefake.Provenance.DOCUMENTED;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.assumed;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import java.util.List;
import java.util.Set;

/** Constraints on channel flows and their processors. */
public final class ChannelFlowConstraints {

    public static final DocumentedConstraint ONE_PER_CHANNEL = documented(
                    "A channel has at most one channel flow.",
                    "`ChannelFlowArn`",
                    Set.of(ASSOCIATE_CHANNEL_FLOW),
                    CONFLICT,
                    Pages.guide("Associating and disassociating channel flows", "associate-channel-flow"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint NOT_IN_USE = documented(
                    "Only a channel flow that no channel has is deleted.",
                    "`ChannelFlowArn`",
                    Set.of(DELETE_CHANNEL_FLOW),
                    CONFLICT,
                    Pages.api(DELETE_CHANNEL_FLOW))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint LAMBDA = documented(
            "The function of a processor is in the account and region of the app instance.",
            "`Processors[].Configuration.Lambda.ResourceArn`",
            Set.of(CREATE_CHANNEL_FLOW, UPDATE_CHANNEL_FLOW),
            BAD_REQUEST,
            Pages.guide("Setting up a channel processor", "processor-setup"));

    public static final DocumentedConstraint ORDER = assumed(
            "Each processor has another number in the order.",
            "`Processors[].ExecutionOrder`",
            Set.of(CREATE_CHANNEL_FLOW, UPDATE_CHANNEL_FLOW),
            BAD_REQUEST,
            "The pages say only that the numbers are the order.");

    public static final DocumentedConstraint CALLBACK_IN_TIME = documented(
                    "A processor calls back within 48 hours.",
                    "`CallbackId`",
                    Set.of(CHANNEL_FLOW_CALLBACK),
                    FORBIDDEN,
                    Pages.guide("Setting up a channel processor", "processor-setup"))
            .withError(DOCUMENTED);

    public static final DocumentedConstraint CALLBACK_MESSAGE = assumed(
            "The message is the one that the processor was invoked with.",
            "`ChannelMessage.MessageId`",
            Set.of(CHANNEL_FLOW_CALLBACK),
            BAD_REQUEST,
            "No page says what another message would do.");

    static final List<DocumentedConstraint> ALL =
            List.of(ONE_PER_CHANNEL, NOT_IN_USE, LAMBDA, ORDER, CALLBACK_IN_TIME, CALLBACK_MESSAGE);

    private ChannelFlowConstraints() {}
}
