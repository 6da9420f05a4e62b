package io.github.chimefake.internal.sts;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.signature.AuthorizationReader;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A part of AWS STS, for clients that get their credentials from it. Its requests pass no gates: faults, rules and rates are about calls
 * of Chime.
 */
public final class SecurityTokenService {
    private final Access access;
    private final Map<String, StsAction> actions;

    /** Creates a service that registers the sessions of roles as callers. */
    public SecurityTokenService(Access access, Callers callers, CallerPolicies policies) {
        this.access = access;
        RoleSessions sessions = new RoleSessions(callers, policies);
        this.actions = new TreeMap<>(Map.of(
                AssumeRole.NAME,
                new AssumeRole(sessions),
                AssumeRoleWithWebIdentity.NAME,
                new AssumeRoleWithWebIdentity(callers, sessions),
                GetCallerIdentity.NAME,
                new GetCallerIdentity()));
    }

    /** Returns whether the request is for STS. */
    public static boolean serves(HttpRequest http) {
        return StsRequest.is(http);
    }

    /** Responds to a request for STS. */
    public CallResult respond(HttpRequest http, String requestId) {
        try {
            StsRequest request = StsRequest.read(http);
            StsAction action = action(request);
            Optional<Caller> caller = action.isSigned() ? Optional.of(authenticate(http, request)) : Optional.empty();
            HttpResponse response = StsXml.result(request.action(), requestId, action.perform(request, caller));
            return new CallResult(new CallResult.Replaced(response))
                    .withNote(request.action() + " of STS, "
                            + caller.map(signer -> "signed by " + signer).orElse("not signed"));
        } catch (StsException failure) {
            return new CallResult(new CallResult.Replaced(StsXml.error(failure, requestId)))
                    .withNote("STS: " + failure.error.code() + ": " + failure.explanation);
        }
    }

    /** Returns a failure of the fake in the form that clients of STS read; other results as they are. */
    public static CallResult asStsResponse(CallResult result, String requestId) {
        if (!(result.outcome() instanceof CallResult.Failure failure)) {
            return result;
        }
        StsException error = new StsException(
                StsError.INTERNAL_FAILURE,
                failure.serviceError().message(),
                failure.serviceError().explanation());
        return new CallResult(new CallResult.Replaced(StsXml.error(error, requestId))).withNote(error.explanation);
    }

    private StsAction action(StsRequest request) {
        return Optional.ofNullable(actions.get(request.action()))
                .orElseThrow(() -> new StsException(
                        StsError.INVALID_ACTION,
                        "Could not find operation " + request.action() + " for version "
                                + request.value("Version").orElse("NO_VERSION_SPECIFIED"),
                        "The action of the request is \"" + request.action() + "\". Of STS, the fake serves "
                                + actions.keySet().stream().collect(joining(", ")) + "."));
    }

    private Caller authenticate(HttpRequest http, StsRequest request) {
        Authorization authorization = AuthorizationReader.read(http, request.query());
        Caller caller = access.claimedCaller(authorization);
        access.authenticateForSts(http, authorization, caller).ifPresent(error -> {
            throw StsError.of(error);
        });
        return caller;
    }
}
