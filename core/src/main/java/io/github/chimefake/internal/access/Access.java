package io.github.chimefake.internal.access;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.permissions.PermissionRule;
import io.github.chimefake.internal.access.permissions.PermissionRules;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.policies.CheckedCall;
import io.github.chimefake.internal.access.policies.PolicyEnforcement;
import io.github.chimefake.internal.access.signature.SignatureVerifier;
import io.github.chimefake.internal.access.signature.SigningKeys;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is calling, and may they. */
public final class Access {
    private static final String NO_ACCESS_KEY = "anonymous";

    private final Callers callers;
    private final PermissionRules rules;
    private final CallerPolicies policies;
    private final PolicyEnforcement enforcement;
    private final String region;
    private final SigningKeys signingKeys = new SigningKeys();

    /** Decides by these callers, rules and policies, for clients of this region. */
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
        this.region = region;
    }

    /** The caller whose access key the request claims; whether it may claim it is {@link #authenticate}'s to say. */
    public Caller claimedCaller(Authorization authorization) {
        return callers.findOrAssume(authorization.claimedAccessKeyId().orElse(NO_ACCESS_KEY));
    }

    /**
     * Returns whether a page could have sent the call without being asked first, and without a secret of the fake's callers: it has
     * no signature that could be read, or one that is not its caller's, or a presigned query with an unknown access key. A query,
     * unlike the header {@code Authorization}, needs no CORS preflight.
     */
    public boolean provesNoCaller(Call call) {
        return call.caller().secretAccessKey().isPresent()
                ? verify(call).isPresent()
                : !(call.authorization() instanceof Complete complete) || complete.presigned();
    }

    /**
     * Why the call's credentials or its signature are not good; empty if they are. Of an unknown access key only the form can
     * be checked. A key that is not valid is found out before its signature is looked at, which is an assumption: to verify
     * a signature, AWS must find the key first.
     */
    public Optional<ServiceError> authenticate(Call call) {
        Optional<ServiceError> badKey = callers.check(call.caller().accessKeyId());
        if (badKey.isPresent()) {
            return checkForm(call).or(() -> badKey);
        }
        return call.caller().secretAccessKey().isPresent() ? verify(call) : checkForm(call);
    }

    private Optional<ServiceError> checkForm(Call call) {
        return SignatureVerifier.checkForm(call.http(), call.authorization(), region);
    }

    private Optional<ServiceError> verify(Call call) {
        return SignatureVerifier.verify(call.http(), call.authorization(), call.caller(), region, signingKeys);
    }

    /**
     * Lets the call pass if both the rules and the caller's policies do, and notes what it needed.
     *
     * @param next what the call is answered with if it passes
     * @throws ServiceErrorException if one of them denies the call
     */
    public CallResult authorize(Call call, Supplier<CallResult> next) {
        Optional<PermissionRule> rule = rules.check(call);
        ServiceErrorException.throwIfPresent(rule.flatMap(latest -> latest.serviceError(call)));
        List<CheckedCall> checked = policies.check(call, enforcement.requiresPolicies());
        Optional<ServiceError> reported = firstRefusal(checked).map(enforcement::enforce);
        policies.noteUse(checked);
        CallResult answer = next.get();
        return reported.map(answer::withSoftDenial)
                .orElseGet(() -> answer.authorizedBy(() -> explanation(rule, checked)));
    }

    private static Optional<ServiceError> firstRefusal(List<CheckedCall> checked) {
        for (CheckedCall action : checked) {
            Optional<ServiceError> serviceError = action.serviceError();
            if (serviceError.isPresent()) {
                return serviceError;
            }
        }
        return Optional.empty();
    }

    private static String explanation(Optional<PermissionRule> rule, List<CheckedCall> checked) {
        String ofRules = rule.map(latest -> "The latest rule of this test that matches says: " + latest + ".")
                .orElse("No rule of this test matches.");
        return checked.stream().map(CheckedCall::explanation).distinct().collect(joining(" ", ofRules + " ", ""));
    }
}
