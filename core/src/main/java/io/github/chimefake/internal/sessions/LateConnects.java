package io.github.chimefake.internal.sessions;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.journal.JournalAttempt;
import io.github.chimefake.internal.journal.Timing;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.internal.websocket.Upgrade;
import io.github.chimefake.internal.websocket.WebSocketConnection;
import io.github.chimefake.internal.websocket.WebSocketListener;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Connects of an earlier test. They are closed with the code after which clients do not connect again, and are in the journal like late
 * calls; nothing of the current test sees them.
 */
record LateConnects(Generations generations, DefaultJournal journal) {
    private static final HttpResponse NOT_SENT = new HttpResponse(410, Map.of(), new byte[0]);

    /** Closes the connection as soon as it is open. */
    private static final class Closed implements WebSocketListener {
        @Override
        public void opened(WebSocketConnection connection) {
            connection.close(CloseCodes.CLIENT_INITIATED, Sockets.TEST_HAS_ENDED);
        }

        @Override
        public void closed(int code, String reason) {
            // Nothing of it is kept.
        }
    }

    /** Returns why a connect is late by its signature. One that has expired is denied for that. */
    Optional<String> reason(ConnectRequest connect) {
        return connect.call().authorization() instanceof Authorization.Complete signed
                        && !signed.signedAt()
                                .plus(signed.validFor())
                                .isBefore(connect.call().http().receivedAt())
                ? generations
                        .lateIfSignedIn(signed.signedAt())
                        .map(
                                reason -> reason + " Its URL was signed at " + signed.signedAt()
                                        + " by the clock of the client: if that was after the reset, the clock is slow, and is to be corrected.")
                : Optional.empty();
    }

    /** Records a late connect, and returns what becomes of it. */
    Upgrade close(HttpRequest http, String reason) {
        ServiceError error = ServiceError.of(
                Layer.ENDPOINT, ChimeError.TEST_FINISHED, "The connect " + reason, Provenance.REQUESTED);
        Timing timing = new Timing(journal.nextRequest(), http.receivedAt(), journal.lastRequest(), Duration.ZERO);
        journal.recordLate(
                http,
                Optional.empty(),
                JournalAttempt.of(Optional.empty(), CallResult.failure(error), NOT_SENT, timing));
        journal.responseSent();
        System.getLogger(LateConnects.class.getName())
                .log(Level.WARNING, "A late connect was closed with 4002: it {0}", reason);
        return new Upgrade.Accept(new Closed());
    }
}
