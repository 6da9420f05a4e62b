import io.github.chimefake.ChimeError.FORBIDDEN
import io.github.chimefake.ChimeMessagingServer
import io.github.chimefake.Operation.LIST_CHANNELS
import io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE
import io.github.chimefake.junit.jupiter.ChimeMessagingFakeExtension
import io.github.chimefake.junit.jupiter.DenyCalls
import io.github.chimefake.junit.jupiter.FailCalls
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException

/** What is written differently in Kotlin: a registered extension, annotations, and predicates. */
class DeclarationsKotlinTest(private val chime: ChimeMessagingServer, private val client: ChimeSdkMessagingClient) {
    private val alice = chime.user("alice")
    private val general = chime.channel("general").members(alice).create()

    private fun send(text: String) {
        client.sendChannelMessage {
            it.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content(text)
                .type("STANDARD")
                .persistence("PERSISTENT")
        }
    }

    @Test
    @DenyCalls(on = [SEND_CHANNEL_MESSAGE], by = "alice")
    fun annotationDenies() {
        assertThrows<UnauthorizedClientException> { send("hello") }
    }

    @Test
    @FailCalls(on = [LIST_CHANNELS], error = FORBIDDEN)
    fun annotationFails() {
        assertThrows<ForbiddenException> {
            client.listChannels { it.appInstanceArn(chime.appInstance().arn()).chimeBearer(alice.arn()) }
        }
    }

    @Test
    fun predicateSelects() {
        chime.permissions()
            .matching(SendChannelMessageRequest::class.java) { it.content().contains("spam") }
            .deny()

        assertThrows<UnauthorizedClientException> { send("spam") }
        send("hello")
    }

    companion object {
        @JvmField
        @RegisterExtension
        val fake: ChimeMessagingFakeExtension = ChimeMessagingFakeExtension.builder().users("alice").build()
    }
}
