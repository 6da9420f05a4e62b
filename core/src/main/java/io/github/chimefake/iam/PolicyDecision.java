package io.github.chimefake.iam;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What policies decide about a request, and what the decision rests on.
 *
 * @param policies the policies that were evaluated
 * @param action the action that was requested
 * @param resources the decision on each resource, in the order given
 */
public record PolicyDecision(List<NamedPolicy> policies, String action, List<ResourceDecision> resources) {

    public PolicyDecision {
        policies = List.copyOf(policies);
        resources = List.copyOf(resources);
    }

    /** How a request can come out. The order is that in which one outcome wins over another: the later wins. */
    public enum Outcome {
        /** A statement allows it, and none denies it. */
        ALLOWED,
        /** No statement applies. */
        IMPLICITLY_DENIED,
        /** A statement denies it. */
        EXPLICITLY_DENIED
    }

    /**
     * The decision on one resource.
     *
     * @param resource the ARN, or {@code *}
     * @param outcome how it came out
     * @param matched every statement that applies, whatever its effect, in the order of the policies
     */
    public record ResourceDecision(String resource, Outcome outcome, List<MatchedStatement> matched) {
        public ResourceDecision {
            matched = List.copyOf(matched);
        }
    }

    /**
     * A statement that applies to the request.
     *
     * @param policyName the policy's name
     * @param index the statement's place in its policy, from 0
     * @param sid the statement's id
     * @param effect what it does
     */
    public record MatchedStatement(String policyName, int index, Optional<String> sid, Effect effect) {

        /** In words, for example {@code statement 0 ("Send") of policy "backend"}. */
        @Override
        public String toString() {
            return "statement " + index + sid.map(id -> " (\"" + id + "\")").orElse("") + " of policy \"" + policyName
                    + "\"";
        }
    }

    /** How the request comes out as a whole: allowed only if it is allowed on every resource. */
    public Outcome outcome() {
        return resources.stream()
                .map(ResourceDecision::outcome)
                .max(Outcome::compareTo)
                .orElseThrow();
    }

    /** Whether the request is allowed on every resource. */
    public boolean isAllowed() {
        return outcome() == Outcome.ALLOWED;
    }

    /** The resource that decided against the request: the first that is denied explicitly, else the first denied at all. */
    public Optional<ResourceDecision> firstDenied() {
        return Stream.of(Outcome.EXPLICITLY_DENIED, Outcome.IMPLICITLY_DENIED)
                .flatMap(outcome -> resources.stream().filter(resource -> resource.outcome() == outcome))
                .findFirst();
    }

    /**
     * The decision in words: which statement allowed or denied the action on which resource, and, where none did, which came
     * close.
     */
    public String explain() {
        return new DecisionExplanation(this).toString();
    }
}
