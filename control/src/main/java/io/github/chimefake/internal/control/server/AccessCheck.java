package io.github.chimefake.internal.control.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.control.route.Problem;
import io.github.chimefake.internal.control.route.ProblemException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks that no other host, no page of another origin, and no caller without the token sends a request. */
final class AccessCheck {
    private static final String BEARER = "bearer ";

    private final Hosts hosts;
    private final Optional<byte[]> token;

    AccessCheck(Hosts hosts, Optional<String> token) {
        this.hosts = hosts;
        this.token = token.map(text -> text.getBytes(UTF_8));
    }

    /** Throws a problem with status 403 unless the request names this host, and no page of another origin sent it. */
    void requireSameOrigin(Incoming request) {
        List<String> received = request.headers("Host");
        if (received.size() != 1 || !hosts.accept(received.get(0))) {
            throw forbidden("The header Host is " + (received.isEmpty() ? "missing" : String.join(", ", received))
                    + "; expected " + hosts.expected()
                    + ". Name further hosts when the control API is started: --advertise HOST, or in Java"
                    + " advertise(\"HOST\")");
        }
        String host = received.get(0);
        for (String origin : request.headers("Origin")) {
            if (!origin.equalsIgnoreCase("http://" + host) && !origin.equalsIgnoreCase("https://" + host)) {
                throw forbidden("The header Origin is " + origin + "; pages of other origins than http://" + host
                        + " may not call the control API");
            }
        }
        for (String site : request.headers("Sec-Fetch-Site")) {
            if (!site.equals("same-origin") && !site.equals("none")) {
                throw forbidden("The header Sec-Fetch-Site is " + site
                        + "; expected same-origin or none, as pages of other origins may not call the control API");
            }
        }
    }

    /** Throws a problem with status 401 unless the request has the token, or none is needed. */
    void requireToken(Incoming request) {
        if (token.isPresent() && !isToken(request.headers("Authorization"), token.get())) {
            throw new ProblemException(Problem.of(
                    401,
                    "The token is missing or wrong. Send the one with which the control API was started:"
                            + " Authorization: Bearer TOKEN"));
        }
    }

    private static boolean isToken(List<String> received, byte[] token) {
        if (received.size() != 1 || !received.get(0).toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return false;
        }
        // Takes the same time wherever the texts differ.
        return MessageDigest.isEqual(
                received.get(0).substring(BEARER.length()).strip().getBytes(UTF_8), token);
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of(403, detail));
    }
}
