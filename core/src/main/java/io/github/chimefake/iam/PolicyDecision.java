package io.github.chimefake.iam;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What policies decide about a request, and what the decision rests on.
 *
 * @param policies the policies that were evaluated
 * @param action the action that was requested
 * @param context what was known of the request
 * @param resources the decision on each resource, in the order given
 */
public record PolicyDecision(
        PolicySet policies, String action, RequestContext context, List<ResourceDecision> resources) {

    public PolicyDecision {
        resources = List.copyOf(resources);
    }

    /** How a request can come out. The order is that in which one outcome wins over another: the later wins. */
    public enum Outcome {
        /** Statements of every kind of policy that has a say allow it, and none denies it. */
        ALLOWED("Allowed"),
        /** No statement allows it, be it in the identity-based policies or in those that limit them. */
        IMPLICITLY_DENIED("ImplicitlyDenied"),
        /** A statement denies it. */
        EXPLICITLY_DENIED("ExplicitlyDenied");

        private final String jsonName;

        Outcome(String jsonName) {
            this.jsonName = jsonName;
        }

        /** The name in the JSON form of {@link PolicySimulator}. */
        String jsonName() {
            return jsonName;
        }
    }

    /**
     * The decision on one resource.
     *
     * @param checked the resource and what is known of the request for it alone
     * @param matched every statement that applies, whatever its effect, by kind and in the order of the policies
     * @param withoutAllow the kinds of policies that would have to allow the request and do not
     */
    public record ResourceDecision(
            CheckedResource checked, List<MatchedStatement> matched, List<PolicyKind> withoutAllow) {
        public ResourceDecision {
            matched = List.copyOf(matched);
            withoutAllow = List.copyOf(withoutAllow);
        }

        /** The ARN, or {@code *}. */
        public String resource() {
            return checked.arn();
        }

        /** How it came out. */
        public Outcome outcome() {
            for (MatchedStatement statement : matched) {
                if (statement.effect() == Effect.DENY) {
                    return Outcome.EXPLICITLY_DENIED;
                }
            }
            return withoutAllow.isEmpty() ? Outcome.ALLOWED : Outcome.IMPLICITLY_DENIED;
        }

        /** The kind of policy that AWS would name for the denial; empty if the request is allowed. */
        public Optional<PolicyKind> deniedBy() {
            return statements(Effect.DENY)
                    .map(MatchedStatement::kind)
                    .findFirst()
                    .or(() -> withoutAllow.stream().findFirst());
        }

        /**
         * The statements that the outcome rests on: those that deny, if there are any, else those that allow.
         *
         * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">EvaluationResult</a>
         */
        public List<MatchedStatement> deciding() {
            Effect effect = outcome() == Outcome.EXPLICITLY_DENIED ? Effect.DENY : Effect.ALLOW;
            return statements(effect).toList();
        }

        private Stream<MatchedStatement> statements(Effect effect) {
            return matched.stream().filter(statement -> statement.effect() == effect);
        }
    }

    /**
     * A statement that applies to the request.
     *
     * @param kind the policy's kind
     * @param policyName the policy's name
     * @param index the statement's place in its policy, from 0
     * @param sid the statement's id
     * @param effect what it does
     */
    public record MatchedStatement(PolicyKind kind, String policyName, int index, Optional<String> sid, Effect effect) {

        static MatchedStatement of(PolicyKind kind, String policyName, int index, Statement statement) {
            return new MatchedStatement(kind, policyName, index, statement.sid(), statement.effect());
        }

        /** In words, for example {@code statement 0 ("Send") of policy "backend"}. */
        @Override
        public String toString() {
            return "statement " + index + sid.map(id -> " (\"" + id + "\")").orElse("") + " of " + kind.noun() + " \""
                    + policyName + "\"";
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
        Optional<ResourceDecision> denied = Optional.empty();
        for (ResourceDecision resource : resources) {
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

    /**
     * The decision in words: which statement of which policy allowed or denied the action on which resource; where none did,
     * which came close, what kept it from applying, and so what would have allowed the action.
     */
    public String explain() {
        return new DecisionExplanation(this).toString();
    }

    /** The same for one of the resources. */
    public String explain(ResourceDecision resource) {
        return new DecisionExplanation(this).of(resource);
    }
}
