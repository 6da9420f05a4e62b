package io.github.chimefake.examples.signup;

import static io.github.chimefake.examples.signup.Posting.POSTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

class CommunityWithMocksTest {
    private final Community community = new Community(
            new IdentityMock(),
            new MessagingMock(),
            "arn:aws:chime:us-east-1:111122223333:app-instance/mock",
            "arn:aws:chime:us-east-1:111122223333:app-instance/mock/channel/lobby",
            "arn:aws:chime:us-east-1:111122223333:app-instance/mock/user/host");

    @Test
    void newMemberMayPost() {
        community.signUp("alice", "Alice");

        assertThat(community.post("alice", "hello")).isEqualTo(POSTED);
    }

    @Test
    void unregisteredMemberMayPostAsWell() {
        assertThat(community.post("imported", "hello")).isEqualTo(POSTED); // In production: 401.
    }

    private static final class IdentityMock implements ChimeSdkIdentityClient {
        @Override
        public CreateAppInstanceUserResponse createAppInstanceUser(CreateAppInstanceUserRequest request) {
            return CreateAppInstanceUserResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "chime";
        }

        @Override
        public void close() {}
    }

    private static final class MessagingMock implements ChimeSdkMessagingClient {
        @Override
        public CreateChannelMembershipResponse createChannelMembership(CreateChannelMembershipRequest request) {
            return CreateChannelMembershipResponse.builder().build();
        }

        @Override
        public SendChannelMessageResponse sendChannelMessage(SendChannelMessageRequest request) {
            return SendChannelMessageResponse.builder().messageId("1").build();
        }

        @Override
        public String serviceName() {
            return "chime";
        }

        @Override
        public void close() {}
    }
}
