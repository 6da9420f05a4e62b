import io.github.chimefake.ChimeError
import io.github.chimefake.ChimeError.ACCESS_DENIED
import io.github.chimefake.ChimeError.EXPIRED_TOKEN
import io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE
import io.github.chimefake.ChimeError.THROTTLED_CLIENT
import io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT
import io.github.chimefake.ChimeMessagingServer
import io.github.chimefake.ChimeUser
import io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP
import io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES
import io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE
import io.github.chimefake.assertj.ChimeAssertions.assertThat
import io.github.chimefake.examples.chat.ChatMessage
import io.github.chimefake.examples.chat.ChatRefusal.Reason
import io.github.chimefake.examples.chat.ChatRefusedException
import io.github.chimefake.examples.chat.ChatResult
import io.github.chimefake.examples.chat.ChatResult.Done
import io.github.chimefake.examples.chat.ChatService
import io.github.chimefake.junit.jupiter.ChimeMessagingFake
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException

/** ChatServiceTest of the examples, in Kotlin. */
@ChimeMessagingFake(users = ["alice", "bob", "carol"])
class ChatServiceKotlinTest(private val chime: ChimeMessagingServer, client: ChimeSdkMessagingClient) {
    private val chat = ChatService(client, 2)
    private val alice = chime.user("alice")
    private val bob = chime.user("bob")
    private val carol = chime.user("carol")
    private val general = chime.channel("general").members(alice, bob).moderators(alice).create()

    private fun post(author: ChimeUser, text: String): ChatResult<String> = chat.post(author.arn(), general.arn(), text)

    private fun history(reader: ChimeUser): List<ChatMessage> = chat.history(reader.arn(), general.arn()).toList()

    private fun texts(): List<String> = history(alice).map { it.text() }

    private fun assertRefused(result: ChatResult<*>, reason: Reason) {
        assertThat(result.refusal().map { it.reason() }).contains(reason)
    }

    @Test
    fun readsBackWhatWasPosted() {
        val id = post(alice, "hello").orElseThrow()

        assertThat(history(bob)).containsExactly(ChatMessage(id, alice.arn(), "hello", false, false))
    }

    @Test
    fun readsALongChannelPageByPage() {
        listOf("one", "two", "three", "four", "five").forEach { post(bob, it) }

        assertThat(texts()).containsExactly("one", "two", "three", "four", "five")
        assertThat(chime).received(ListChannelMessagesRequest::class.java).hasSize(3)
    }

    @Test
    fun fetchesNoPageWithoutAReader() {
        listOf("one", "two", "three", "four", "five").forEach { post(bob, it) }

        assertThat(chat.history(alice.arn(), general.arn()).limit(2)).hasSize(2)
        assertThat(chime).received(ListChannelMessagesRequest::class.java).hasSize(1)
    }

    @Test
    fun rejectsAnIdentityThatIsNotRegistered() {
        val result = post(chime.appInstance().unregistered("ghost"), "boo")

        assertRefused(result, Reason.IDENTITY_REJECTED)
        val refusal = result.refusal().orElseThrow()
        assertThat(refusal.errorCode()).isEqualTo("UnauthorizedClientException")
        assertThat(refusal.message())
            .isEqualTo("An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.")
        assertThat(refusal.requestId()).isNotEmpty()
    }

    @Test
    fun rejectsAnIdentityThatARuleDenies() {
        chime.permissions().by(bob).deny(SEND_CHANNEL_MESSAGE)

        assertRefused(post(bob, "hello"), Reason.IDENTITY_REJECTED)

        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(bob).withError(UNAUTHORIZED_CLIENT)
        assertThat(post(alice, "I can still speak")).isInstanceOf(Done::class.java)
        assertThat(texts()).containsExactly("I can still speak")
    }

    @Test
    fun rejectsAnIdentityOnceAndTakesItAgain() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(UNAUTHORIZED_CLIENT)

        assertRefused(post(alice, "hello"), Reason.IDENTITY_REJECTED)
        assertThat(post(alice, "hello again")).isInstanceOf(Done::class.java)
        assertThat(texts()).containsExactly("hello again")
    }

    @Test
    fun tellsAUserWhatTheRoleDoesNotAllow() {
        assertRefused(post(carol, "I am no member"), Reason.NOT_ALLOWED)
        assertRefused(chat.promote(bob.arn(), general.arn(), bob.arn()), Reason.NOT_ALLOWED)
        assertRefused(chat.remove(bob.arn(), general.arn(), alice.arn()), Reason.NOT_ALLOWED)

        assertThat(chime).denied(DELETE_CHANNEL_MEMBERSHIP).by(bob)
    }

    @Test
    fun recognizesThatAPolicyLacksAPermission() {
        val backend = chime.caller("role/chat-backend")
        chime.permissions().by(backend).attach("read-only", POLICY_WITHOUT_SENDING)
        val readOnly = ChatService(chime.clients().signedBy(backend).client())

        val result = readOnly.post(alice.arn(), general.arn(), "hello")

        assertRefused(result, Reason.POLICY_LACKS_PERMISSION)
        assertThat(result.refusal().orElseThrow().message())
            .contains("is not authorized to perform: chime:SendChannelMessage")
        assertThat(readOnly.read(alice.arn(), general.arn())).isInstanceOf(Done::class.java)
    }

    @Test
    fun recognizesAnInjectedDenialByIam() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(ACCESS_DENIED, "explicit deny in a service control policy")

        val result = post(alice, "hello")

        assertRefused(result, Reason.POLICY_LACKS_PERMISSION)
        assertThat(result.refusal().orElseThrow().message()).isEqualTo("explicit deny in a service control policy")
    }

    @Test
    fun recognizesThatCredentialsExpired() {
        chime.faults().once().fail(EXPIRED_TOKEN)

        assertRefused(post(alice, "hello"), Reason.CREDENTIALS_EXPIRED)
        assertThat(post(alice, "with new credentials")).isInstanceOf(Done::class.java)
    }

    @ParameterizedTest
    @EnumSource(
        names = ["UNRECOGNIZED_CLIENT", "INVALID_SIGNATURE", "MISSING_AUTHENTICATION_TOKEN", "INCOMPLETE_SIGNATURE"],
    )
    fun recognizesCredentialsThatAreNotValid(error: ChimeError) {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(error)

        assertRefused(post(alice, "hello"), Reason.CREDENTIALS_INVALID)
    }

    @Test
    fun doesNotNoticeThrottlingThatTheRetriesOfTheSdkOutlast() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(2).fail(THROTTLED_CLIENT)

        assertThat(post(alice, "hello")).isInstanceOf(Done::class.java)

        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE).single().attempts()).hasSize(3)
    }

    @Test
    fun storesAMessageOnceThoughItsFirstResponseIsLost() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).loseResponse()

        assertThat(post(alice, "hello")).isInstanceOf(Done::class.java)

        assertThat(texts()).containsExactly("hello")
    }

    @Test
    fun leavesAnOutageToTheExceptionOfTheSdk() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(SERVICE_UNAVAILABLE)

        assertThrows<ServiceUnavailableException> { post(alice, "hello") }
    }

    @Test
    fun stopsReadingWhereALaterPageIsDenied() {
        listOf("one", "two", "three").forEach { post(bob, it) }
        chime.faults().on(LIST_CHANNEL_MESSAGES).nthCall(2).fail(EXPIRED_TOKEN)

        val denied = assertThrows<ChatRefusedException> { texts() }

        assertThat(denied.refusal().reason()).isEqualTo(Reason.CREDENTIALS_EXPIRED)
    }

    @Test
    fun letsAuthorsEditAndModeratorsRedact() {
        val id = post(bob, "helo").orElseThrow()

        chat.edit(bob.arn(), general.arn(), id, "hello").orElseThrow()
        assertThat(history(alice)).containsExactly(ChatMessage(id, bob.arn(), "hello", true, false))

        chat.redact(alice.arn(), general.arn(), id).orElseThrow()
        val redacted = history(alice).single()
        assertThat(redacted.text()).isEmpty()
        assertThat(redacted.redacted()).isTrue()
    }

    @Test
    fun letsOnlyAdministratorsDelete() {
        val id = post(bob, "a secret").orElseThrow()

        assertRefused(chat.delete(alice.arn(), general.arn(), id), Reason.NOT_ALLOWED)
        chat.delete(chime.appInstance().admin("root").arn(), general.arn(), id).orElseThrow()

        assertThat(texts()).isEmpty()
    }

    @Test
    fun opensAChannelThatOnlyItsModeratorFills() {
        val club = chat.open(alice.arn(), chime.appInstance().arn(), "club", ChannelPrivacy.PRIVATE).orElseThrow()

        assertRefused(chat.add(carol.arn(), club, carol.arn()), Reason.NOT_ALLOWED)
        chat.add(alice.arn(), club, carol.arn()).orElseThrow()
        chat.promote(alice.arn(), club, carol.arn()).orElseThrow()
        chat.add(carol.arn(), club, bob.arn()).orElseThrow()
        chat.demote(alice.arn(), club, carol.arn()).orElseThrow()

        assertRefused(chat.add(carol.arn(), club, chime.user("dave").arn()), Reason.NOT_ALLOWED)
        assertThat(chat.post(bob.arn(), club, "hello")).isInstanceOf(Done::class.java)
    }

    @Test
    fun keepsABannedUserOutUntilPardoned() {
        chat.ban(alice.arn(), general.arn(), bob.arn()).orElseThrow()

        assertRefused(post(bob, "let me in"), Reason.NOT_ALLOWED)
        assertRefused(chat.add(bob.arn(), general.arn(), bob.arn()), Reason.NOT_ALLOWED)

        chat.pardon(alice.arn(), general.arn(), bob.arn()).orElseThrow()
        chat.add(bob.arn(), general.arn(), bob.arn()).orElseThrow()
        assertThat(post(bob, "I am back")).isInstanceOf(Done::class.java)
    }

    @Test
    fun takesNoOffenseAtAMemberThatIsAddedOrRemovedTwice() {
        chat.add(alice.arn(), general.arn(), carol.arn()).orElseThrow()
        chat.add(alice.arn(), general.arn(), carol.arn()).orElseThrow()

        chat.remove(alice.arn(), general.arn(), carol.arn()).orElseThrow()
        chat.remove(alice.arn(), general.arn(), carol.arn()).orElseThrow()

        assertRefused(post(carol, "hello"), Reason.NOT_ALLOWED)
    }

    private companion object {
        const val POLICY_WITHOUT_SENDING = """
            {
              "Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": "chime:List*", "Resource": "*"}]
            }
            """
    }
}
