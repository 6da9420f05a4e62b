package io.github.chimefake.internal.sessions;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Layer;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.sessions.RecordedSession;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A connect, and what became of the session. */
final class SessionRecord implements RecordedSession {
    private final ConnectRequest connect;
    private final Optional<Layer> deniedBy;
    private final Optional<String> explanation;
    private volatile Consumer<RecordedSession> observer = session -> {};
    private volatile boolean established;
    private volatile Optional<End> end = Optional.empty();

    private record End(int code, Optional<String> reason) {}

    private SessionRecord(ConnectRequest connect, Optional<Layer> deniedBy, Optional<String> explanation) {
        this.connect = connect;
        this.deniedBy = deniedBy;
        this.explanation = explanation;
    }

    static SessionRecord accepted(ConnectRequest connect) {
        return new SessionRecord(connect, Optional.empty(), Optional.empty());
    }

    static SessionRecord denied(ConnectRequest connect, ServiceError error) {
        return new SessionRecord(connect, Optional.of(error.layer()), Optional.of(error.explanation()));
    }

    /** Returns the record of a connect to which a fault applies. */
    static SessionRecord faulty(ConnectRequest connect, String explanation) {
        return new SessionRecord(connect, Optional.empty(), Optional.of(explanation));
    }

    /** Sets what is told when the session is established, and when it is over. */
    void tellsBy(Consumer<RecordedSession> other) {
        observer = other;
    }

    /** Notes that the session is established. Returns what tells so, to be run without a lock. */
    Runnable established() {
        established = true;
        return telling();
    }

    /** Notes how the connection has ended, and tells so. Only the first end counts. Without a close frame there is no reason. */
    void ended(int code, String reason) {
        end(code, reason).run();
    }

    /** Notes how the connection has ended. Returns what tells so, to be run without a lock. Only the first end counts. */
    Runnable end(int code, String reason) {
        return isFirst(code, reason) ? telling() : () -> {};
    }

    private Runnable telling() {
        SessionRecord now = new SessionRecord(connect, deniedBy, explanation); // It may end before this is told.
        now.established = established;
        now.end = end;
        Consumer<RecordedSession> told = observer;
        return () -> told.accept(now);
    }

    private synchronized boolean isFirst(int code, String reason) {
        boolean first = end.isEmpty();
        if (first) {
            end = Optional.of(new End(code, code == CloseCodes.ABNORMAL ? Optional.empty() : Optional.of(reason)));
        }
        return first;
    }

    @Override
    public Optional<String> userArn() {
        return connect.user().map(Arn::text);
    }

    @Override
    public Optional<ChimeCaller> caller() {
        return connect.call()
                .authorization()
                .claimedAccessKeyId()
                .map(named -> connect.call().caller());
    }

    @Override
    public Optional<String> sessionId() {
        return connect.sessionId();
    }

    @Override
    public Instant connectedAt() {
        return connect.call().http().receivedAt();
    }

    @Override
    public boolean isByActor() {
        return connect.call().http().sender().isActor();
    }

    @Override
    public boolean isEstablished() {
        return established;
    }

    @Override
    public Optional<Layer> deniedBy() {
        return deniedBy;
    }

    @Override
    public Optional<String> explanation() {
        return explanation;
    }

    @Override
    public OptionalInt closeCode() {
        return end.map(known -> OptionalInt.of(known.code())).orElseGet(OptionalInt::empty);
    }

    @Override
    public Optional<String> closeReason() {
        return end.flatMap(End::reason);
    }

    @Override
    public String toString() {
        return "connect" + userArn().map(user -> " of " + Arn.of(user).id()).orElse("")
                + deniedBy.map(layer -> ", denied by " + layer).orElse(established ? ", established" : "")
                + end.map(known -> ", closed with " + known.code()).orElse("")
                + explanation.map(": "::concat).orElse("");
    }
}
