package io.github.chimefake.examples.replay

import com.github.tomakehurst.wiremock.WireMockServer
import com.github.tomakehurst.wiremock.client.WireMock.aResponse
import com.github.tomakehurst.wiremock.client.WireMock.post
import com.github.tomakehurst.wiremock.client.WireMock.urlMatching
import io.github.chimefake.ChimeMessagingServer
import io.github.chimefake.junit.jupiter.ChimeMessagingFake
import java.io.ByteArrayOutputStream
import java.io.OutputStream
import java.io.PrintStream
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** ReplayTranscriptTest of the examples, in Kotlin; in the package of what it calls, which is not public. */
@ChimeMessagingFake
class ReplayTranscriptKotlinTest(private val chime: ChimeMessagingServer) {
    private fun replay(transcript: String) {
        ReplayTranscript.replay(transcript, chime, PrintStream(OutputStream.nullOutputStream()))
    }

    @Test
    fun printsWhoWasRefusedWhatAndWhy() {
        assertThat(lighthouse.lines())
            .contains(
                "line 81: [lamp-room] ghost: whoooo has moved my chair",
                "    response   401 UnauthorizedClientException: An invalid app instance user ARN was supplied for" +
                    " the x-amz-chime-bearer HTTP header.",
                "    basis      observed",
                "    chat says  IDENTITY_REJECTED",
            )
            .anyMatch { it.startsWith("    why        A rule of this test denies SendChannelMessage by bruno") }
            .anyMatch { it.startsWith("    why        lena is not a member of the channel") }
            .contains(
                "    response   403 ExpiredTokenException: The security token included in the request is expired",
                "    chat says  CREDENTIALS_EXPIRED",
                "    chat says  POLICY_LACKS_PERMISSION",
                "    chat says  NOT_ALLOWED",
            )
    }

    @Test
    fun printsWhatTheRetriesHidAndASummary() {
        assertThat(lighthouse.lines())
            .containsSubsequence(
                "The attempts that the SDK repeated:",
                "    ListChannelMessages: 429, then 429, then 200",
                "    SendChannelMessage: carried out, but the response was lost, then 201",
                "Summary:",
                "    replayed   309 lines, of them 247 messages",
                "    failed     27 lines {AccessDeniedException=2, ExpiredTokenException=2," +
                    " ForbiddenException=12, UnauthorizedClientException=11}",
                "The contents of the fake are those of the transcript.",
            )
    }

    @Test
    fun printsTheSameOnEveryRun() {
        assertThat(run(ReplayTranscript.lighthouse())).isEqualTo(lighthouse)
    }

    @Test
    fun failsWhereALineIsRefusedUnexpectedly() {
        val failure = assertThrows<IllegalStateException> { replay(TWO_FRIENDS + "[tea] ben redacts scone\n") }

        assertThat(failure)
            .hasMessageContainingAll(
                "line 7: [tea] ben redacts scone",
                "expected: success",
                "but got: Refused",
                "ForbiddenException",
            )
    }

    @Test
    fun failsWhereALineSucceedsUnexpectedly() {
        val failure = assertThrows<IllegalStateException> { replay(TWO_FRIENDS + "=> UnauthorizedClientException\n") }

        assertThat(failure)
            .hasMessageContainingAll("line 6", "expected: UnauthorizedClientException", "but got: Done")
    }

    @Test
    fun failsIfTheFakeHasNotStoredWhatTheTranscriptSays() {
        chime.unwrap(WireMockServer::class.java)
            .stubFor(
                post(urlMatching("/channels/.*/messages"))
                    .willReturn(aResponse().withStatus(201).withBody("""{"MessageId": "of-no-message"}""")),
            )

        val failure = assertThrows<IllegalStateException> { replay(TWO_FRIENDS) }

        assertThat(failure)
            .hasMessageContaining("tea, number of messages: the transcript expects 2, but stored is 0")
    }

    @Test
    fun saysWhichLineItCannotRead() {
        val failure = assertThrows<IllegalArgumentException> { replay("user ann\nann goes for a walk") }

        assertThat(failure).hasMessageContaining("Line 2 of the transcript says \"ann goes for a walk\"")
    }

    @Test
    fun saysWhomTheCastLacks() {
        val failure = assertThrows<IllegalArgumentException> { replay("user ann\n[tea] ben opens public") }

        assertThat(failure).hasMessageContaining("No user is called \"ben\"")
    }

    companion object {
        private val TWO_FRIENDS =
            """
            user ann
            user ben
            [tea] ann opens public
            [tea] ben joins
            [tea] ann (scone): Jam first.
            [tea] ben: Cream first.

            """.trimIndent()

        private lateinit var lighthouse: String

        @BeforeAll
        @JvmStatic
        fun replayTheLighthouse() {
            lighthouse = run(ReplayTranscript.lighthouse())
        }

        private fun run(transcript: String): String {
            val printed = ByteArrayOutputStream()
            ReplayTranscript.run(transcript, PrintStream(printed, true, Charsets.UTF_8))
            return printed.toString(Charsets.UTF_8)
        }
    }
}
