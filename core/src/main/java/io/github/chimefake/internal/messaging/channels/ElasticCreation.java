package io.github.chimefake.internal.messaging.channels;

import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.constraints.ElasticChannelConstraints;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.state.AppInstanceMessaging;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.ElasticChannels;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.quotas.Quota;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ElasticChannelConfiguration;

/**
 * Creation of elastic channels. Documented: RESTRICTED, without initial members, in us-east-1, within the quotas, and of
 * at most a million members; the
 * creator becomes a moderator but not a member. Assumed: the error responses for other requests.
 */
final class ElasticCreation {
    private static final String REGION = "us-east-1";
    private static final int MAX_MEMBERS = 1_000_000;

    private ElasticCreation() {}

    /**
     * Checks a request for an elastic channel.
     *
     * @throws ServiceErrorException 400 if the channel cannot be created
     */
    static void check(CreateChannelRequest request, AppInstanceMessaging appInstance, ResourceQuotas quotas) {
        ElasticChannelConstraints.RESTRICTED.require(
                request.mode() != ChannelMode.UNRESTRICTED,
                "An elastic channel is RESTRICTED. Leave the mode out, or ElasticChannelConfiguration.");
        ElasticChannelConstraints.NO_FIRST_MEMBERS.require(
                request.memberArns().isEmpty(),
                "An elastic channel has no initial members. Leave MemberArns out and call CreateChannelMembership.");
        ElasticChannelConstraints.REGION.require(
                appInstance.arn().parts().region().equals(REGION),
                "Elastic channels exist only in " + REGION + ", but " + appInstance.arn() + " is not there.");
        ElasticChannelConfiguration configuration = request.elasticChannelConfiguration();
        quotas.require(
                Quota.ELASTIC_CHANNELS_PER_APP_INSTANCE,
                appInstance.channels().elastic().size() + 1,
                appInstance.arn());
        quotas.require(Quota.SUB_CHANNELS_PER_ELASTIC_CHANNEL, configuration.maximumSubChannels(), appInstance.arn());
        quotas.require(
                Quota.MEMBERSHIPS_PER_SUB_CHANNEL, configuration.targetMembershipsPerSubChannel(), appInstance.arn());
        long members = (long) configuration.maximumSubChannels() * configuration.targetMembershipsPerSubChannel();
        ElasticChannelConstraints.CAPACITY.require(
                members <= MAX_MEMBERS,
                "The elastic channel could have " + members + " members, of at most " + MAX_MEMBERS
                        + ". Reduce MaximumSubChannels or TargetMembershipsPerSubChannel.");
    }

    /** Returns the state with the initial sub-channel of the channel. */
    static State addFirstSubChannel(State state, ChannelArn channel, Identifiers identifiers) {
        State next = state.advanced();
        ChannelState created = next.channel(channel).orElseThrow();
        return next.with(ElasticChannels.addSubChannel(created, identifiers.uuid(next.sequence())));
    }
}
