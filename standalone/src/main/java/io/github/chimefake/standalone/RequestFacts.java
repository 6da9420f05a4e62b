package io.github.chimefake.standalone;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.journal.JournalEntry;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a line says about a request. Nothing of it is a secret: neither headers nor the query, and no text of the request. */
final class RequestFacts {
    private static final int MAX_LENGTH = 120;
    private static final int FORBIDDEN = 403;
    private static final Pattern ACTION = Pattern.compile("[A-Za-z]{1,64}");

    private final RecordedCall call;
    private final RecordedAttempt attempt;
    private final Optional<CallResult.OfSts> sts;

    RequestFacts(RecordedCall call) {
        this.call = call;
        this.attempt = call.lastAttempt();
        this.sts = JournalEntry.ofSts(call);
    }

    /** Returns the operation or the action of STS, or method and path if there is neither. */
    String operation() {
        return call.operation()
                .map(Operation::toString)
                .or(() -> sts.flatMap(CallResult.OfSts::action)
                        .filter(action -> ACTION.matcher(action).matches()))
                .orElseGet(() -> printable(call.method() + " " + call.target().split("\\?", 2)[0]));
    }

    Optional<String> caller() {
        return call.caller()
                .or(() -> sts.flatMap(CallResult.OfSts::caller))
                .map(ChimeCaller::principalArn)
                .map(RequestFacts::name);
    }

    Optional<String> bearer() {
        return call.bearer().map(RequestFacts::name);
    }

    /** Returns the part of an ARN after the account. */
    static String name(String arn) {
        String resource = ArnParts.tryParse(arn).map(ArnParts::resource).orElse(arn);
        return printable(resource.replaceFirst("^app-instance/[^/]+/", ""));
    }

    /** Returns who responded, and how: {@code served}, {@code stub}, or the layer that failed the request and the error. */
    String decision() {
        if (attempt.isStubbed()) {
            return "stub";
        }
        Optional<String> stsError = sts.flatMap(CallResult.OfSts::errorCode);
        if (stsError.isPresent()) {
            return "sts " + stsError.get();
        }
        Optional<ErrorResponse> error = attempt.errorResponse();
        if (error.isPresent()) {
            return name(error.get().layer()) + " " + error.get().error().errorType();
        }
        return attempt.appliedFaults().isEmpty() ? "served" : "fault";
    }

    /** Returns whether access was denied: 401 or 403. */
    boolean isDenied() {
        return attempt.errorResponse().filter(error -> error.error().isDenial()).isPresent()
                || (sts.isPresent() && attempt.status() == FORBIDDEN);
    }

    static String name(Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the status; empty if no response was sent. */
    Optional<Integer> status() {
        return attempt.connectionFault().isPresent() ? Optional.empty() : Optional.of(attempt.status());
    }

    RecordedAttempt attempt() {
        return attempt;
    }

    private static String printable(String text) {
        String visible = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return visible.length() > MAX_LENGTH ? visible.substring(0, MAX_LENGTH) + "…" : visible;
    }
}
