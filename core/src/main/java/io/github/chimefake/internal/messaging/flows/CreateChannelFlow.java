package io.github.chimefake.internal.messaging.flows;

import static io.github.chimefake.Operation.CREATE_CHANNEL_FLOW;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.constraints.QuotaConstraints;
import io.github.chimefake.internal.messaging.rules.AppInstances;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelFlows;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.tags.Tags;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.quotas.Quota;
import org.pcollections.TreePSet;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelFlowResponse;

/**
 * Creates a channel flow, which is authorized by IAM only. Documented: one processor, although the model allows three,
 * whose function is in the account and region of the app instance.
 * Assumed: several flows may have the same name; 403 for an unknown app instance, because the model has no 404 here.
 */
public final class CreateChannelFlow extends Command<State, CreateChannelFlowRequest> {
    public CreateChannelFlow() {
        super(CREATE_CHANNEL_FLOW, CreateChannelFlowRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<CreateChannelFlowRequest> context) {
        CreateChannelFlowRequest request = context.request();
        AppInstanceMessaging appInstance =
                AppInstances.require(state, context.arn(request.appInstanceArn()), ChimeError.FORBIDDEN);
        return AppInstances.idempotency(appInstance.arn())
                .once(
                        state,
                        context,
                        appInstance.arn(),
                        request.clientRequestToken(),
                        () -> create(state, context, appInstance.arn()));
    }

    private static Outcome<State> create(
            State state, HandlerContext<CreateChannelFlowRequest> context, AppInstanceArn appInstance) {
        CreateChannelFlowRequest request = context.request();
        ResourceQuotas quotas = state.quotas();
        int flows = ChannelFlows.of(state, appInstance).size();
        quotas.require(Quota.CHANNEL_FLOWS_PER_APP_INSTANCE, flows + 1, appInstance);
        State next = state.advanced();
        ChannelFlowArn arn = appInstance.channelFlow(context.identifiers().uuid(next.sequence()));
        ChannelFlowState flow = new ChannelFlowState(
                arn,
                context.now(),
                request.name(),
                ChannelFlows.processors(
                        appInstance,
                        request.processors(),
                        quotas,
                        QuotaConstraints.of(Quota.PROCESSORS_PER_CHANNEL_FLOW)),
                context.now(),
                TreePSet.empty());
        return new Outcome<>(
                next.with(flow).withTags(arn, Tags.of(request.tags())),
                CreateChannelFlowResponse.builder().channelFlowArn(arn.text()).build());
    }
}
