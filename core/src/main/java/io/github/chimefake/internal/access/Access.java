package io.github.chimefake.internal.access;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.permissions.PermissionRule;
import io.github.chimefake.internal.access.permissions.PermissionRules;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.policies.CheckedCall;
import io.github.chimefake.internal.access.policies.PolicyEnforcement;
import io.github.chimefake.internal.access.signature.ExpectedScope;
import io.github.chimefake.internal.access.signature.SignatureVerifier;
import io.github.chimefake.internal.access.signature.SigningKeys;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Authenticates and authorizes calls. */
public final class Access {
    private static final String NO_ACCESS_KEY = "anonymous";

    private final Callers callers;
    private final PermissionRules rules;
    private final CallerPolicies policies;
    private final PolicyEnforcement enforcement;
    private final ExpectedScope scope;
    private final SigningKeys signingKeys = new SigningKeys();

    /** Creates the checks of a fake. */
    public Access(
            Callers callers,
            PermissionRules rules,
            CallerPolicies policies,
            PolicyEnforcement enforcement,
            String region) {
        this.callers = callers;
        this.rules = rules;
        this.policies = policies;
        this.enforcement = enforcement;
        this.scope = ExpectedScope.chime(region);
    }

    /**
     * Returns the caller that the access key of the request belongs to. The signature is not verified; see
     * {@link #authenticate}.
     */
    public Caller claimedCaller(Authorization authorization) {
        return callers.findOrAssume(authorization.claimedAccessKeyId().orElse(NO_ACCESS_KEY));
    }

    /**
     * Returns whether the request is not proven to be sent by a caller of the fake, so that any web page could have
     * sent it without a CORS preflight: it has no readable signature, or not the signature of its caller, or it is
     * presigned with an unknown access key. A query, unlike the header {@code Authorization}, needs no preflight.
     */
    public boolean provesNoCaller(Call call) {
        return call.caller().secretAccessKey().isPresent()
                ? verify(call).isPresent()
                : !(call.authorization() instanceof Complete complete) || complete.presigned();
    }

    /**
     * Returns the error if the credentials or the signature of the call are invalid. For an unknown access key, only
     * the form can be checked. An invalid key is reported before an invalid signature, which is an assumption: to
     * verify a signature, AWS must find the key first.
     */
    public Optional<ServiceError> authenticate(Call call) {
        Optional<ServiceError> badKey = checkKey(call.caller());
        if (badKey.isPresent()) {
            return checkForm(call).or(() -> badKey);
        }
        return call.caller().secretAccessKey().isPresent() ? verify(call) : checkForm(call);
    }

    /** Returns the error if the caller's access key is not valid, whatever it has signed. */
    public Optional<ServiceError> checkKey(Caller caller) {
        return callers.check(caller.accessKeyId());
    }

    /**
     * Checks whether policies of the caller allow it to open a messaging session, and records that permission if so.
     *
     * @param connect the connect as a call
     * @param user the user whose session it is
     * @return the denial that audit mode only reports; empty if the connect is allowed
     * @throws ServiceErrorException if the connect is denied
     */
    public Optional<ServiceError> authorizeConnect(Call connect, Arn user) {
        List<CheckedCall> checked = policies.checkConnect(connect, user, enforcement.requiresPolicies());
        Optional<ServiceError> reported = firstDenial(checked).map(enforcement::enforce);
        policies.reportUse(checked);
        return reported;
    }

    /**
     * Returns the error if a request for STS is not signed by this caller, with valid keys. An unknown access key is invalid, because a
     * session must belong to somebody.
     */
    public Optional<ServiceError> authenticateForSts(HttpRequest http, Authorization authorization, Caller caller) {
        Optional<ServiceError> badKey = callers.check(caller.accessKeyId());
        if (badKey.isPresent() || caller.secretAccessKey().isEmpty()) {
            return SignatureVerifier.checkForm(http, authorization, ExpectedScope.STS)
                    .or(() -> badKey)
                    .or(() -> Optional.of(
                            callers.unknownKey(caller.accessKeyId(), "STS serves registered callers only")));
        }
        return SignatureVerifier.verify(http, authorization, caller, ExpectedScope.STS, signingKeys);
    }

    private Optional<ServiceError> checkForm(Call call) {
        return SignatureVerifier.checkForm(call.http(), call.authorization(), scope);
    }

    private Optional<ServiceError> verify(Call call) {
        return SignatureVerifier.verify(call.http(), call.authorization(), call.caller(), scope, signingKeys);
    }

    /**
     * Passes the call on if both the permission rules and the caller's policies allow it, and records the permissions
     * that it used.
     *
     * @param next supplies the result of the call if it is allowed
     * @throws ServiceErrorException if a rule or a policy denies the call
     */
    public CallResult authorize(Call call, Supplier<CallResult> next) {
        Optional<PermissionRule> rule = rules.check(call);
        ServiceErrorException.throwIfPresent(rule.flatMap(latest -> latest.serviceError(call)));
        List<CheckedCall> checked = policies.check(call, enforcement.requiresPolicies());
        Optional<ServiceError> reported = firstDenial(checked).map(enforcement::enforce);
        policies.reportUse(checked);
        CallResult result = next.get();
        return reported.map(result::withAuditModeDenial)
                .orElseGet(() -> result.authorizedBy(() -> explanation(rule, checked)));
    }

    private static Optional<ServiceError> firstDenial(List<CheckedCall> checked) {
        for (CheckedCall action : checked) {
            Optional<ServiceError> serviceError = action.serviceError();
            if (serviceError.isPresent()) {
                return serviceError;
            }
        }
        return Optional.empty();
    }

    private static String explanation(Optional<PermissionRule> rule, List<CheckedCall> checked) {
        String ofRules = rule.map(latest -> "The latest matching rule of this test is: " + latest + ".")
                .orElse("No rule of this test matches.");
        return checked.stream().map(CheckedCall::explanation).distinct().collect(joining(" ", ofRules + " ", ""));
    }
}
