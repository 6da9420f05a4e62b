package io.github.chimefake.internal.access;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.permissions.PermissionRules;
import io.github.chimefake.internal.access.permissions.PermissionRules.Verdict;
import io.github.chimefake.internal.access.policies.AccessDecision;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.policies.CheckedCall;
import io.github.chimefake.internal.access.policies.PolicyEnforcement;
import io.github.chimefake.internal.access.signature.SignatureVerifier;
import io.github.chimefake.internal.access.signature.SigningKeys;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.Refusal;
import java.util.List;
import java.util.Optional;

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
    public Optional<Refusal> authenticate(Call call) {
        Optional<Refusal> badKey = callers.check(call.caller().accessKeyId());
        if (badKey.isPresent()) {
            return checkForm(call).or(() -> badKey);
        }
        return call.caller().secretAccessKey().isPresent() ? verify(call) : checkForm(call);
    }

    private Optional<Refusal> checkForm(Call call) {
        return SignatureVerifier.checkForm(call.http(), call.authorization(), region);
    }

    private Optional<Refusal> verify(Call call) {
        return SignatureVerifier.verify(call.http(), call.authorization(), call.caller(), region, signingKeys);
    }

    /** Whether both the rules and the caller's policies let the call pass; notes what it needed if so. */
    public AccessDecision authorize(Call call) {
        Optional<Verdict> verdict = rules.check(call);
        return verdict.flatMap(Verdict::refusal)
                .<AccessDecision>map(AccessDecision.Denied::new)
                .orElseGet(() -> askPolicies(call, verdict));
    }

    private AccessDecision askPolicies(Call call, Optional<Verdict> verdict) {
        List<CheckedCall> checked = policies.check(call, enforcement.requiresPolicies());
        AccessDecision decision = firstRefusal(checked)
                .map(enforcement::decide)
                .orElseGet(() -> new AccessDecision.Allowed(() -> explanation(verdict, checked)));
        if (!(decision instanceof AccessDecision.Denied)) {
            policies.noteUse(checked);
        }
        return decision;
    }

    private static Optional<Refusal> firstRefusal(List<CheckedCall> checked) {
        for (CheckedCall action : checked) {
            Optional<Refusal> refusal = action.refusal();
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static String explanation(Optional<Verdict> verdict, List<CheckedCall> checked) {
        String rule = verdict.map(decided -> "The latest rule of this test that matches says: " + decided.rule() + ".")
                .orElse("No rule of this test matches.");
        return checked.stream().map(CheckedCall::explanation).distinct().collect(joining(" ", rule + " ", ""));
    }
}
