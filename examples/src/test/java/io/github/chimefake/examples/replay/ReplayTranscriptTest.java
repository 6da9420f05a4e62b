package io.github.chimefake.examples.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@ChimeMessagingFake
class ReplayTranscriptTest {
    private static final String TWO_FRIENDS = """
            user ann
            user ben
            [tea] ann opens public
            [tea] ben joins
            [tea] ann (scone): Jam first.
            [tea] ben: Cream first.
            """;

    private static String lighthouse;

    private final ChimeMessagingServer chime;

    @BeforeAll
    static void replayTheLighthouse() throws IOException {
        lighthouse = run(ReplayTranscript.lighthouse());
    }

    private static String run(String transcript) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ReplayTranscript.run(transcript, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    ReplayTranscriptTest(ChimeMessagingServer chime) {
        this.chime = chime;
    }

    private void replay(String transcript) {
        ReplayTranscript.replay(transcript, chime, new PrintStream(OutputStream.nullOutputStream()));
    }

    @Test
    void printsWhoWasRefusedWhatAndWhy() {
        assertThat(lighthouse.lines())
                .contains(
                        "line 81: [lamp-room] ghost: whoooo has moved my chair",
                        "    response   401 UnauthorizedClientException: An invalid app instance user ARN was supplied for"
                                + " the x-amz-chime-bearer HTTP header.",
                        "    basis      observed",
                        "    chat says  IDENTITY_REJECTED")
                .anyMatch(line ->
                        line.startsWith("    why        A rule of this test denies SendChannelMessage by bruno"))
                .anyMatch(line -> line.startsWith("    why        lena is not a member of the channel"))
                .contains(
                        "    response   403 ExpiredTokenException: The security token included in the request is expired",
                        "    chat says  CREDENTIALS_EXPIRED",
                        "    chat says  POLICY_LACKS_PERMISSION",
                        "    chat says  NOT_ALLOWED");
    }

    @Test
    void printsWhatTheRetriesHidAndASummary() {
        assertThat(lighthouse.lines())
                .containsSubsequence(
                        "The attempts that the SDK repeated:",
                        "    ListChannelMessages: 429, then 429, then 200",
                        "    SendChannelMessage: carried out, but the response was lost, then 201",
                        "Summary:",
                        "    replayed   309 lines, of them 247 messages",
                        "    failed     27 lines {AccessDeniedException=2, ExpiredTokenException=2,"
                                + " ForbiddenException=12, UnauthorizedClientException=11}",
                        "The contents of the fake are those of the transcript.");
    }

    @Test
    void printsTheSameOnEveryRun() throws IOException {
        assertThat(run(ReplayTranscript.lighthouse())).isEqualTo(lighthouse);
    }

    @Test
    void failsWhereALineIsRefusedUnexpectedly() {
        String transcript = TWO_FRIENDS + "[tea] ben redacts scone\n";

        assertThatIllegalStateException()
                .isThrownBy(() -> replay(transcript))
                .withMessageContainingAll(
                        "line 7: [tea] ben redacts scone",
                        "expected: success",
                        "but got: Refused",
                        "ForbiddenException");
    }

    @Test
    void failsWhereALineSucceedsUnexpectedly() {
        String transcript = TWO_FRIENDS + "=> UnauthorizedClientException\n";

        assertThatIllegalStateException()
                .isThrownBy(() -> replay(transcript))
                .withMessageContainingAll("line 6", "expected: UnauthorizedClientException", "but got: Done");
    }

    @Test
    void failsIfTheFakeHasNotStoredWhatTheTranscriptSays() {
        chime.unwrap(WireMockServer.class)
                .stubFor(post(urlMatching("/channels/.*/messages"))
                        .willReturn(aResponse().withStatus(201).withBody("{\"MessageId\": \"of-no-message\"}")));

        assertThatIllegalStateException()
                .isThrownBy(() -> replay(TWO_FRIENDS))
                .withMessageContainingAll("tea, number of messages: the transcript expects 2, but stored is 0");
    }

    @Test
    void saysWhichLineItCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay("user ann\nann goes for a walk"))
                .withMessageContaining("Line 2 of the transcript says \"ann goes for a walk\"");
    }

    @Test
    void saysWhomTheCastLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay("user ann\n[tea] ben opens public"))
                .withMessageContaining("No user is called \"ben\"");
    }
}
