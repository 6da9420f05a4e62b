package io.github.chimefake.internal.sessions;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.Sender;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.gateway.CallOrigin;
import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.http.BrokenEscapeException;
import io.github.chimefake.internal.http.HostNames;
import io.github.chimefake.internal.journal.SocketNote;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.sessions.ConnectGates.Decision;
import io.github.chimefake.internal.sessions.ConnectGates.Denial;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.internal.socketfaults.ConnectEffect;
import io.github.chimefake.internal.socketfaults.ConnectFault;
import io.github.chimefake.internal.websocket.Upgrade;
import io.github.chimefake.internal.websocket.UpgradeRequest;
import io.github.chimefake.internal.websocket.WebSocketHandler;
import io.github.chimefake.sessions.SessionEnd;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Decides what becomes of connects, and records it before anything is sent. */
final class Connects implements WebSocketHandler {
    private final Generations generations;
    private final LateConnects lateConnects;
    private final Access access;
    private final ConnectGates gates;
    private final MessagingService messaging;
    private final SessionContext context;
    private final Supplier<SessionSettings> settings;
    private final Function<Optional<String>, Sender> senders;

    /**
     * Creates a handler.
     *
     * @param senders returns who sends a connect with this session id
     */
    Connects(
            Generations generations,
            LateConnects lateConnects,
            Access access,
            ConnectGates gates,
            MessagingService messaging,
            SessionContext context,
            Supplier<SessionSettings> settings,
            Function<Optional<String>, Sender> senders) {
        this.generations = generations;
        this.lateConnects = lateConnects;
        this.access = access;
        this.gates = gates;
        this.messaging = messaging;
        this.context = context;
        this.settings = settings;
        this.senders = senders;
    }

    @Override
    public WebSocketHandler accepted() {
        CallOrigin began = generations.current();
        return request -> upgrade(request, began);
    }

    @Override
    public Upgrade upgrade(UpgradeRequest request) {
        return upgrade(request, generations.current());
    }

    private Upgrade upgrade(UpgradeRequest request, CallOrigin began) {
        HttpRequest http = ConnectRequest.http(request);
        return generations.asRequest(
                began,
                late -> late.map(reason -> lateConnects.close(http, reason)).orElseGet(() -> decide(http)));
    }

    private Upgrade decide(HttpRequest http) {
        if (!ConnectRequest.isOne(http)) {
            return unreadable(
                    http, 404, "Messaging sessions are opened with GET /connect?… and an upgrade to WebSocket.");
        }
        ConnectRequest connect;
        try {
            connect = ConnectRequest.read(http, access, senders);
        } catch (BrokenEscapeException broken) {
            return unreadable(http, 400, "The query cannot be decoded: " + broken.getMessage() + ".");
        }
        Optional<String> late = lateConnects.reason(connect);
        if (late.isPresent()) {
            return lateConnects.close(http, late.get());
        }
        if (isOfForeignPage(http) && access.provesNoCaller(connect.call())) {
            return deny(connect, new Denial(SessionEnd.DENIED, unproven(http)));
        }
        return context.faults()
                .connects()
                .ending(connect.call())
                .map(fault -> end(connect, fault))
                .orElseGet(() -> check(connect));
    }

    /** Returns the denial of a page that may be any one on the Web. Its connection is opened first, because browsers show pages no status. */
    private static ServiceError unproven(HttpRequest http) {
        return ServiceError.of(
                Layer.CREDENTIALS,
                ChimeError.UNRECOGNIZED_CLIENT,
                "A page of " + http.header("Origin").orElse("")
                        + " connects without the credentials of a caller of the"
                        + " fake. Any web page could do so, so expected a page on localhost, or a signature with the"
                        + " credentials of a caller: chime.caller(…).credentials().",
                Provenance.REQUESTED);
    }

    /** Returns whether a browser connects for a page that is not on this machine. */
    private static boolean isOfForeignPage(HttpRequest http) {
        return http.header("Origin")
                .map(origin -> origin.substring(origin.indexOf("//") < 0 ? 0 : origin.indexOf("//") + 2))
                .filter(authority -> HostNames.parse(authority)
                        .filter(parts -> HostNames.isLoopback(parts.host()))
                        .isEmpty())
                .isPresent();
    }

    private Upgrade unreadable(HttpRequest http, int status, String explanation) {
        context.log().note(new SocketNote(http + ": responded with " + status, Optional.of(explanation), false));
        return new Upgrade.Refuse(status, explanation);
    }

    private Upgrade end(ConnectRequest connect, ConnectFault fault) {
        String explanation = "A fault of this test applies: " + fault + ".";
        SessionRecord faulty = SessionRecord.faulty(connect, explanation);
        record(faulty, SocketSession.connectText(connect) + ": " + fault.effect(), explanation);
        if (!(fault.effect() instanceof ConnectEffect.Close)) {
            context.log().tell(faulty); // It gets no connection that could end.
        }
        if (fault.effect() instanceof ConnectEffect.Respond respond) {
            return new Upgrade.Refuse(respond.status(), "");
        }
        if (fault.effect() instanceof ConnectEffect.Hang) {
            return new Upgrade.Hang();
        }
        if (fault.effect() instanceof ConnectEffect.Close close) {
            return new Upgrade.Accept(
                    new DeniedSession(faulty, close.code(), CloseCodes.usualReason(close.code()), context.open()));
        }
        return new Upgrade.Reset();
    }

    private Upgrade check(ConnectRequest connect) {
        Decision decision = gates.decide(connect);
        return decision.denial().map(denial -> deny(connect, denial)).orElseGet(() -> accept(connect, decision));
    }

    private Upgrade deny(ConnectRequest connect, Denial denial) {
        SessionRecord denied = SessionRecord.denied(connect, denial.error());
        int code = settings.get().closeCode(denial.end());
        String reason = denial.end().reason();
        record(
                denied,
                SocketSession.connectText(connect)
                        + (code == CloseCodes.ABNORMAL ? ": dropped" : ": closed with " + code + " " + reason) + " ("
                        + denial.error().layer() + ")",
                explanation(denial.error()));
        return new Upgrade.Accept(new DeniedSession(denied, code, reason, context.open()));
    }

    private static String explanation(ServiceError error) {
        return error.explanation() + " [" + error.provenance() + "]";
    }

    private Upgrade accept(ConnectRequest connect, Decision decision) {
        Arn user = connect.user().orElseThrow();
        Optional<ConnectFault> fault = context.faults().connects().accompanying(connect.call());
        SessionRecord accepted = fault.map(
                        due -> SessionRecord.faulty(connect, "A fault of this test applies: " + due + "."))
                .orElseGet(() -> SessionRecord.accepted(connect));
        context.log().connected(accepted);
        decision.audited()
                .ifPresent(denial -> context.log()
                        .note(new SocketNote(
                                SocketSession.connectText(connect)
                                        + ": audit mode; if enforced, policies would have denied it",
                                Optional.of(explanation(denial)),
                                false)));
        return new Upgrade.Accept(new SocketSession(
                connect,
                (MemberArn) user,
                fault.map(ConnectFault::effect),
                accepted,
                context,
                messaging.isRegistered(user)));
    }

    private void record(SessionRecord session, String text, String explanation) {
        context.log().connected(session);
        context.log().note(new SocketNote(text, Optional.of(explanation), false));
        context.open().changed();
    }
}
