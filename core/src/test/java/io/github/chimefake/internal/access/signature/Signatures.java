package io.github.chimefake.internal.access.signature;

import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.BrokenEscapeException;
import io.github.chimefake.internal.http.QueryString;
import java.util.Optional;

/** Reads and verifies the signatures of requests as the gateway does, without the binding. */
public final class Signatures {
    private Signatures() {}

    public static Authorization read(HttpRequest call) {
        try {
            return AuthorizationReader.read(call, QueryString.parse(call.rawQuery()));
        } catch (BrokenEscapeException e) {
            throw new IllegalArgumentException("No request with such a query is ever bound: " + call, e);
        }
    }

    static Optional<ServiceError> checkForm(HttpRequest call, String region) {
        return SignatureVerifier.checkForm(call, read(call), ExpectedScope.chime(region));
    }

    static Optional<ServiceError> verify(HttpRequest call, Caller caller, String region) {
        return SignatureVerifier.verify(call, read(call), caller, ExpectedScope.chime(region), new SigningKeys());
    }
}
