package io.github.chimefake.benchmarks.comparison;

import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchChannelMemberships;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** The code under test, which all tests of the comparison share. It creates requests itself, as that is easiest for mocks. */
final class Chat {
    private final ChimeSdkMessagingClient client;

    Chat(ChimeSdkMessagingClient client) {
        this.client = client;
    }

    String send(String bearer, String channel) {
        return client.sendChannelMessage(SendChannelMessageRequest.builder()
                        .channelArn(channel)
                        .chimeBearer(bearer)
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT")
                        .build())
                .messageId();
    }

    List<String> history(String bearer, String channel) {
        return client
                .listChannelMessages(ListChannelMessagesRequest.builder()
                        .channelArn(channel)
                        .chimeBearer(bearer)
                        .build())
                .channelMessages()
                .stream()
                .map(ChannelMessageSummary::content)
                .toList();
    }

    String name(String bearer, String channel) {
        return client.describeChannel(DescribeChannelRequest.builder()
                        .channelArn(channel)
                        .chimeBearer(bearer)
                        .build())
                .channel()
                .name();
    }

    void delete(String bearer, String channel, String message) {
        client.deleteChannelMessage(DeleteChannelMessageRequest.builder()
                .channelArn(channel)
                .chimeBearer(bearer)
                .messageId(message)
                .build());
    }

    Added add(String bearer, String channel, String... members) {
        BatchCreateChannelMembershipResponse response =
                client.batchCreateChannelMembership(BatchCreateChannelMembershipRequest.builder()
                        .channelArn(channel)
                        .chimeBearer(bearer)
                        .memberArns(members)
                        .build());
        BatchChannelMemberships memberships = response.batchChannelMemberships();
        return new Added(
                memberships.members().stream().map(Identity::arn).toList(),
                response.errors().stream()
                        .map(BatchCreateChannelMembershipError::memberArn)
                        .toList());
    }

    /** The ARNs of the users that were added, and of those that were not. */
    record Added(List<String> members, List<String> failed) {}
}
