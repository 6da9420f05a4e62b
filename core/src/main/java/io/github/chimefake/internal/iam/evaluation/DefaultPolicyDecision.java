package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.iam.PolicyDecision;
import java.util.List;
import java.util.Optional;

/** The decision on every resource. */
public final class DefaultPolicyDecision implements PolicyDecision {
    private final PolicyCheck check;
    private final List<DefaultResourceDecision> decisions;

    DefaultPolicyDecision(PolicyCheck check, List<DefaultResourceDecision> decisions) {
        this.check = check;
        this.decisions = List.copyOf(decisions);
    }

    /** Returns what was checked. */
    public PolicyCheck check() {
        return check;
    }

    @Override
    public List<ResourceDecision> resources() {
        return List.copyOf(decisions);
    }

    @Override
    public Outcome outcome() {
        return decisions.stream()
                .map(ResourceDecision::outcome)
                .max(Outcome::compareTo)
                .orElseThrow();
    }

    @Override
    public boolean isAllowed() {
        return outcome() == Outcome.ALLOWED;
    }

    @Override
    public Optional<ResourceDecision> firstDenied() {
        Optional<ResourceDecision> denied = Optional.empty();
        for (ResourceDecision resource : decisions) {
            Outcome outcome = resource.outcome();
            if (outcome == Outcome.EXPLICITLY_DENIED) {
                return Optional.of(resource);
            }
            if (outcome == Outcome.IMPLICITLY_DENIED && denied.isEmpty()) {
                denied = Optional.of(resource);
            }
        }
        return denied;
    }

    @Override
    public String explain() {
        return DecisionExplanation.of(check, outcome(), decisions);
    }

    /** Returns the explanation. */
    @Override
    public String toString() {
        return explain();
    }
}
