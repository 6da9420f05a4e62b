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
        Optional<String> name = Optional.empty();
        Optional<Caller> caller = Optional.empty();
        try {
            StsRequest request = StsRequest.read(http);
            name = Optional.of(request.action());
            StsAction action = action(request);
            if (action.isSigned()) {
                Authorization authorization = AuthorizationReader.read(http, request.query());
                Caller signer = access.claimedCaller(authorization);
                caller = Optional.of(signer);
                authenticate(http, authorization, signer);
            }
            HttpResponse response = StsXml.result(request.action(), requestId, action.perform(request, caller));
            return new CallResult(new CallResult.OfSts(response, name, caller, Optional.empty()))
                    .withNote(request.action() + " of STS, "
                            + caller.map(signer -> "signed by " + signer).orElse("not signed"));
        } catch (StsException failure) {
            return failure(failure, requestId, name, caller)
                    .withNote("STS: " + failure.error.code() + ": " + failure.explanation);
        }
    }

    private static CallResult failure(
            StsException failure, String requestId, Optional<String> action, Optional<Caller> caller) {
        return new CallResult(new CallResult.OfSts(
                StsXml.error(failure, requestId), action, caller, Optional.of(failure.error.code())));
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
        return failure(error, requestId, Optional.empty(), Optional.empty()).withNote(error.explanation);
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

    private void authenticate(HttpRequest http, Authorization authorization, Caller caller) {
        access.authenticateForSts(http, authorization, caller).ifPresent(error -> {
            throw StsError.of(error);
        });
    }
}
