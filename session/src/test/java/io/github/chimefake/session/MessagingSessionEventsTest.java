package io.github.chimefake.session;

import static io.github.chimefake.session.SessionFixture.LONG;
import static io.github.chimefake.session.SessionFixture.types;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a session makes of the messages that it receives. */
class MessagingSessionEventsTest {
    @RegisterExtension
    private final SessionFixture sessions = new SessionFixture();

    @Test
    void eventsBeforeTheSessionIsEstablishedAreDeliveredWithIt() {
        MessagingSession session = sessions.started(peer -> peer.upgrade()
                .event("UPDATE_CHANNEL")
                .event("SESSION_ESTABLISHED")
                .event("DELETE_CHANNEL")
                .closeWithClient());

        session.awaitEvent("DELETE_CHANNEL", LONG);
        assertThat(types(session)).containsExactly("UPDATE_CHANNEL", "SESSION_ESTABLISHED", "DELETE_CHANNEL");
    }

    @Test
    void eachWaitReturnsAnEventThatNoOtherHasReturned() {
        MessagingSession session = sessions.started(peer -> peer.establish()
                .event("UPDATE_CHANNEL")
                .event("DELETE_CHANNEL")
                .event("UPDATE_CHANNEL")
                .closeWithClient());

        SessionEvent deleted = session.awaitEvent("DELETE_CHANNEL", LONG);
        SessionEvent first = session.awaitEvent("UPDATE_CHANNEL", LONG);
        SessionEvent second = session.awaitEvent(event -> event.type().startsWith("UPDATE"), LONG);

        assertThat(session.events()).containsSubsequence(first, deleted, second);
        assertThat(first).isNotSameAs(second);
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitEvent("UPDATE_CHANNEL", Duration.ZERO))
                .withCauseInstanceOf(TimeoutException.class)
                .withMessageContainingAll(
                        "no event UPDATE_CHANNEL", "Received so far (4)", "DELETE_CHANNEL  (returned before)");
    }

    @Test
    void fragmentsPingsAndLongTextsAreRead() throws Exception {
        CompletableFuture<String> pong = new CompletableFuture<>();
        String text =
                "{\"Headers\":{\"x-amz-chime-event-type\":\"LONG\"},\"Payload\":\"" + "\u00fc".repeat(1000) + "\"}";
        byte[] bytes = text.getBytes(UTF_8);
        int half = bytes.length / 2;
        MessagingSession session = sessions.started(peer -> {
            peer.establish();
            peer.frame(0x01, Arrays.copyOfRange(bytes, 0, half));
            peer.frame(0x89, "ping".getBytes(UTF_8));
            peer.frame(0x80, Arrays.copyOfRange(bytes, half, bytes.length));
            pong.complete(peer.frame());
            peer.closeWithClient();
        });

        assertThat(session.awaitEvent("LONG", LONG).frame()).isEqualTo(text);
        assertThat(pong.get(30, TimeUnit.SECONDS))
                .isEqualTo("10 " + HexFormat.of().formatHex("ping".getBytes(UTF_8)));
    }

    @Test
    void olderEventsAreDroppedAtTheLimit() {
        ScriptedServer server = sessions.server(
                peer -> peer.establish().event("A").event("B").event("C").closeWithClient());
        MessagingSession session =
                sessions.build(sessions.builder(server).maxEvents(2)).start();

        session.awaitEvent("C", LONG);
        assertThat(types(session)).containsExactly("B", "C");
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitEvent("A", Duration.ZERO))
                .withMessageContaining("2 older events were dropped");
    }

    @Test
    void listenersGetEventsAndClosesInOrderAndMayFail() {
        List<String> seen = new ArrayList<>();
        ScriptedServer server =
                sessions.server(peer -> peer.establish().event("A").close(4003, "Forbidden"));
        MessagingSession session = sessions.build(sessions.builder(server)
                        .onEvent(event -> {
                            throw new IllegalStateException("a bug of the user");
                        })
                        .onEvent(event -> seen.add(event.type()))
                        .onClose(close -> seen.add(close.toString())))
                .start();

        session.awaitClose(LONG);
        session.close();
        assertThat(seen).containsExactly("SESSION_ESTABLISHED", "A", "4003 Forbidden");
    }

    @Test
    void aListenerCannotWaitForWhatItHoldsUp() {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CompletableFuture<MessagingSession> itself = new CompletableFuture<>();
        ScriptedServer server =
                sessions.server(peer -> peer.establish().event("A").closeWithClient());
        MessagingSession session = sessions.build(sessions.builder(server).onEvent(event -> {
            try {
                itself.join().awaitEvent("B", LONG);
            } catch (IllegalStateException e) {
                failure.complete(e);
            }
        }));
        itself.complete(session);

        session.start();
        assertThat(failure.join()).hasMessageContaining("by a listener");
    }

    @Test
    void ofTheEventsBeforeTheSessionIsEstablishedItKeepsTheLatest() {
        List<String> seen = new ArrayList<>();
        ScriptedServer server = sessions.server(peer -> peer.upgrade()
                .event("A")
                .event("B")
                .event("C")
                .event("SESSION_ESTABLISHED")
                .closeWithClient());
        MessagingSession session = sessions.build(
                        sessions.builder(server).maxEvents(2).onEvent(event -> seen.add(event.type())))
                .start();

        session.close();
        assertThat(seen).containsExactly("B", "C", "SESSION_ESTABLISHED");
    }

    @Test
    void theLogOfAFailedListenerHasNoContents() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logRecord) {
                logged.add(logRecord.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(MessagingSession.class.getName());
        logger.addHandler(handler);
        sessions.closeAfterTest(() -> logger.removeHandler(handler));
        IllegalStateException failure = new IllegalStateException("a bug of the user");
        ScriptedServer server = sessions.server(peer -> peer.establish()
                .text("{\"Headers\":{\"x-amz-chime-event-type\":\"PRIVATE\"},\"Payload\":\"{}\",\"Text\":\"secret\"}")
                .closeWithClient());
        MessagingSession session = sessions.build(sessions.builder(server).onEvent(event -> {
                    if (event.type().equals("PRIVATE")) {
                        throw failure;
                    }
                }))
                .start();

        session.awaitEvent("PRIVATE", LONG);
        session.close();
        assertThat(logged).contains("A listener of a messaging session failed at the event PRIVATE");
        assertThat(logged).noneMatch(message -> message.contains("secret"));
    }
}
