import io.github.chimefake.ChimeMessagingServer
import io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE
import io.github.chimefake.assertj.ChimeAssertions.assertThat
import io.github.chimefake.junit.jupiter.ChimeMessagingFake
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException

@ChimeMessagingFake
class SendingKotlinTest {
    @Test
    fun mutedUserMayNotSend(chime: ChimeMessagingServer, client: ChimeSdkMessagingClient) {
        val alice = chime.user("alice")
        val general = chime.channel("general").members(alice).create()
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE)

        assertThrows<UnauthorizedClientException> {
            client.sendChannelMessage {
                it.channelArn(general.arn())
                    .chimeBearer(alice.arn())
                    .content("hello")
                    .type("STANDARD")
                    .persistence("PERSISTENT")
            }
        }

        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(alice)
    }
}
