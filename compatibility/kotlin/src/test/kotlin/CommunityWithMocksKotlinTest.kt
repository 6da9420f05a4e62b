import io.github.chimefake.examples.signup.Community
import io.github.chimefake.examples.signup.Posting.POSTED
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserResponse
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse

/** CommunityWithMocksTest of the examples, in Kotlin. */
class CommunityWithMocksKotlinTest {
    private val community = Community(
        IdentityMock(),
        MessagingMock(),
        "arn:aws:chime:us-east-1:111122223333:app-instance/mock",
        "arn:aws:chime:us-east-1:111122223333:app-instance/mock/channel/lobby",
        "arn:aws:chime:us-east-1:111122223333:app-instance/mock/user/host",
    )

    @Test
    fun newMemberMayPost() {
        community.signUp("alice", "Alice")

        assertThat(community.post("alice", "hello")).isEqualTo(POSTED)
    }

    @Test
    fun unregisteredMemberMayPostAsWell() {
        assertThat(community.post("imported", "hello")).isEqualTo(POSTED) // In production: 401.
    }

    private class IdentityMock : ChimeSdkIdentityClient {
        override fun createAppInstanceUser(request: CreateAppInstanceUserRequest): CreateAppInstanceUserResponse =
            CreateAppInstanceUserResponse.builder().build()

        override fun serviceName(): String = "chime"

        override fun close() {}
    }

    private class MessagingMock : ChimeSdkMessagingClient {
        override fun createChannelMembership(request: CreateChannelMembershipRequest): CreateChannelMembershipResponse =
            CreateChannelMembershipResponse.builder().build()

        override fun sendChannelMessage(request: SendChannelMessageRequest): SendChannelMessageResponse =
            SendChannelMessageResponse.builder().messageId("1").build()

        override fun serviceName(): String = "chime"

        override fun close() {}
    }
}
