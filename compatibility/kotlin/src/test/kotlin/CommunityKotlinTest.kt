import io.github.chimefake.ChimeError.SERVICE_FAILURE
import io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT
import io.github.chimefake.ChimeMessagingServer
import io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER
import io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE
import io.github.chimefake.assertj.ChimeAssertions.assertThat
import io.github.chimefake.examples.signup.Community
import io.github.chimefake.examples.signup.Posting.AUTHOR_UNKNOWN
import io.github.chimefake.examples.signup.Posting.POSTED
import io.github.chimefake.junit.jupiter.ChimeMessagingFake
import java.time.Duration
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest
import software.amazon.awssdk.services.chimesdkidentity.model.ServiceFailureException
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient

/** CommunityTest of the examples, in Kotlin. */
@ChimeMessagingFake
class CommunityKotlinTest(
    private val chime: ChimeMessagingServer,
    identity: ChimeSdkIdentityClient,
    messaging: ChimeSdkMessagingClient,
) {
    private val host = chime.user("host")
    private val lobby = chime.channel("lobby").members(host).moderators(host).create()
    private val community = Community(identity, messaging, chime.appInstance().arn(), lobby.arn(), host.arn())

    @Test
    fun newMemberMayPost() {
        community.signUp("alice", "Alice")

        assertThat(community.post("alice", "hello")).isEqualTo(POSTED)
    }

    @Test
    fun unregisteredMemberMayNotPost() {
        assertThat(community.post("imported", "hello")).isEqualTo(AUTHOR_UNKNOWN)
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).withError(UNAUTHORIZED_CLIENT)
    }

    @Test
    fun failedSignUpRegistersNoUser() {
        chime.faults().on(CREATE_APP_INSTANCE_USER).once().fail(SERVICE_FAILURE)

        assertThrows<ServiceFailureException> { community.signUp("alice", "Alice") }
        assertThat(community.post("alice", "hello")).isEqualTo(AUTHOR_UNKNOWN)

        community.signUp("alice", "Alice")
        assertThat(community.post("alice", "hello")).isEqualTo(POSTED)
    }

    @Test
    fun signUpWithLostResponseIsRepeated() {
        chime.faults().on(CREATE_APP_INSTANCE_USER).once().attempts(1).loseResponse()

        community.signUp("alice", "Alice")

        assertThat(chime).received(CreateAppInstanceUserRequest::class.java).hasSize(1)
        assertThat(community.post("alice", "hello")).isEqualTo(POSTED)
    }

    @Test
    fun firstPostMayComeTooEarly() {
        chime.directory().newUsersValidAfter(Duration.ofSeconds(5))
        community.signUp("alice", "Alice")

        assertThat(community.post("alice", "hello")).isEqualTo(AUTHOR_UNKNOWN)

        chime.clock().advance(Duration.ofSeconds(5))
        assertThat(community.post("alice", "hello")).isEqualTo(POSTED)
    }
}
