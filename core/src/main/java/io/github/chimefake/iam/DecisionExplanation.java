package io.github.chimefake.iam;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why policies decided as they did. */
final class DecisionExplanation {
    /** More values or statements than these are counted, not listed. */
    private static final int LONGEST_LIST = 5;

    private final PolicyDecision decision;

    DecisionExplanation(PolicyDecision decision) {
        this.decision = decision;
    }

    @Override
    public String toString() {
        String verdict = switch (decision.outcome()) {
            case ALLOWED -> "allowed";
            case IMPLICITLY_DENIED -> "denied by default";
            case EXPLICITLY_DENIED -> "denied explicitly";
        };
        boolean several = decision.resources().size() > 1;
        return decision.action() + " is " + verdict + ": "
                + decision.resources().stream().map(this::explain).collect(joining("; "))
                + (several ? ". Each of the " + decision.resources().size() + " resources must be allowed." : ".");
    }

    private String explain(ResourceDecision resource) {
        return switch (resource.outcome()) {
            case ALLOWED -> statements(resource, Effect.ALLOW) + " it on " + resource.resource();
            case EXPLICITLY_DENIED ->
                statements(resource, Effect.DENY) + " it on " + resource.resource()
                        + ", which wins over any statement that allows it";
            case IMPLICITLY_DENIED ->
                "no statement allows " + decision.action() + " on " + resource.resource() + policies()
                        + nearMisses(resource.resource());
        };
    }

    private static String statements(ResourceDecision resource, Effect effect) {
        List<MatchedStatement> statements = resource.matched().stream()
                .filter(statement -> statement.effect() == effect)
                .toList();
        boolean one = statements.size() == 1;
        String verb = effect == Effect.ALLOW ? (one ? "allows" : "allow") : (one ? "denies" : "deny");
        return statements.stream().map(MatchedStatement::toString).collect(joining(" and ")) + " " + verb;
    }

    private String policies() {
        List<String> names = decision.policies().stream()
                .map(policy -> "\"" + policy.name() + "\"")
                .toList();
        return names.isEmpty()
                ? ", as no policy is attached"
                : " in " + (names.size() == 1 ? "policy " : "the policies ") + shortened(names);
    }

    private String nearMisses(String resource) {
        List<String> nearMisses = new ArrayList<>();
        for (NamedPolicy policy : decision.policies()) {
            List<Statement> statements = policy.document().statements();
            for (int index = 0; index < statements.size(); index++) {
                Statement statement = statements.get(index);
                MatchedStatement where =
                        new MatchedStatement(policy.name(), index, statement.sid(), statement.effect());
                nearMiss(statement, resource)
                        .map(how -> "; " + where + " " + how)
                        .ifPresent(nearMisses::add);
            }
        }
        int more = nearMisses.size() - LONGEST_LIST;
        return nearMisses.stream().limit(LONGEST_LIST).collect(joining())
                + (more > 0 ? "; " + more + " more statements come close" : "");
    }

    private Optional<String> nearMiss(Statement statement, String resource) {
        if (statement.effect() == Effect.DENY) {
            return Optional.empty();
        }
        if (statement.action().matches(decision.action())) {
            return Optional.of("allows it on " + values(statement.resource()));
        }
        return statement.resource().matches(resource)
                ? Optional.of("covers this resource, but allows " + values(statement.action()))
                : Optional.empty();
    }

    private static String values(StatementElement element) {
        String values = shortened(element.patterns());
        return element.name().isNegated() ? "everything but " + values : values + " only";
    }

    private static String shortened(List<String> values) {
        int more = values.size() - LONGEST_LIST;
        return Stream.concat(values.stream().limit(LONGEST_LIST), more > 0 ? Stream.of(more + " more") : Stream.empty())
                .collect(joining(", "));
    }
}
