package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.background.Work;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.sessions.SessionEnd;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends sessions whose credentials are not valid any more, or whose user was deleted. */
final class SessionValidity {
    private final OpenSessions open;
    private final EventDelivery delivery;
    private final MessagingSessions.Parts parts;
    private final Supplier<SessionSettings> settings;
    private volatile @Nullable Directory checked;

    SessionValidity(
            OpenSessions open,
            EventDelivery delivery,
            MessagingSessions.Parts parts,
            Supplier<SessionSettings> settings) {
        this.open = open;
        this.delivery = delivery;
        this.parts = parts;
        this.settings = settings;
    }

    @SuppressWarnings("ReferenceEquality") // The directory is immutable; an equal one would only be checked in vain.
    void stateChanged() {
        if (!open.all().isEmpty() && parts.messaging().currentDirectory() != checked) {
            delivery.inOrder(
                    work("what the service deletes with users", this::deleteUsers),
                    work("the end of sessions of deleted users", this::checkUsers));
        }
    }

    void credentialsChanged() {
        if (!open.all().isEmpty()) {
            delivery.inOrder(work("the end of sessions whose credentials are not valid", this::checkCredentials));
        }
    }

    /** Called also by the timer, because time passes by itself: what was sent before is to arrive before the end. */
    void timeChanged() {
        if (!open.all().isEmpty()) {
            delivery.inOrder(
                    work("the end of sessions that have expired", this::check),
                    work("the end of sessions of deleted users", this::checkUsers));
        }
    }

    private void check() {
        checkCredentials();
        deleteUsers();
    }

    /** Does what emits events that deleted users receive before their sessions end. */
    private void deleteUsers() {
        parts.messaging().finishPostponed();
        parts.messaging().deleteExpired();
    }

    private void checkCredentials() {
        for (SocketSession session : open.all()) {
            Optional<ServiceError> invalid = parts.access().checkKey((Caller) session.caller());
            invalid.ifPresent(error -> end(session, SessionEnd.CREDENTIALS_EXPIRED, error.explanation()));
        }
    }

    private void checkUsers() {
        List<SocketSession> sessions = open.all();
        if (sessions.isEmpty()) {
            return;
        }
        checked = parts.messaging().currentDirectory();
        for (SocketSession session : sessions) {
            if (session.isOfRegisteredUser() && !parts.messaging().isRegistered(session.userArn())) {
                end(session, SessionEnd.USER_DELETED, "the user was deleted");
            }
        }
    }

    private void end(SocketSession session, SessionEnd end, String why) {
        int code = settings.get().closeCode(end);
        session.end(code, end.reason().isEmpty() ? CloseCodes.usualReason(code) : end.reason(), why);
    }

    private static Work work(String description, Runnable action) {
        return new Work() {
            @Override
            public String description() {
                return description;
            }

            @Override
            public boolean runsUserCode() {
                return false;
            }

            @Override
            public void run(BooleanSupplier wanted) {
                if (wanted.getAsBoolean()) {
                    action.run();
                }
            }
        };
    }
}
