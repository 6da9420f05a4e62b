package io.github.chimefake;

import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.SubChannelSummary;

/** An elastic channel of alice with two sub-channels: bob and carol are in the first, and dave is alone in the second. */
final class CrowdedChannel {
    private final ChimeSdkMessagingClient client;
    final ChimeUser alice;
    final ChimeUser bob;
    final ChimeUser carol;
    final ChimeUser dave;
    final String arn;

    CrowdedChannel(ChimeMessagingServer chime) {
        client = chime.client();
        alice = chime.user("alice");
        bob = chime.user("bob");
        carol = chime.user("carol");
        dave = chime.user("dave");
        arn = client.createChannel(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .name("elastic")
                                .chimeBearer(alice.arn())
                                .elasticChannelConfiguration(configuration -> configuration
                                        .maximumSubChannels(2)
                                        .targetMembershipsPerSubChannel(2)
                                        .minimumMembershipPercentage(40)))
                .channelArn();
        List.of(bob, carol, dave).forEach(this::join);
    }

    void join(ChimeUser user) {
        client.createChannelMembership(request ->
                request.channelArn(arn).memberArn(user.arn()).type("DEFAULT").chimeBearer(alice.arn()));
    }

    void remove(ChimeUser user) {
        remove(user, client);
    }

    void remove(ChimeUser user, ChimeSdkMessagingClient by) {
        by.deleteChannelMembership(
                request -> request.channelArn(arn).memberArn(user.arn()).chimeBearer(alice.arn()));
    }

    /** Returns how many members each sub-channel has. */
    List<Integer> sizes() {
        return client
                .listSubChannels(request -> request.channelArn(arn).chimeBearer(alice.arn()))
                .subChannels()
                .stream()
                .map(SubChannelSummary::membershipCount)
                .toList();
    }
}
