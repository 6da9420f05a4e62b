package io.github.chimefake.internal.iam.evaluation;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.condition.EvaluationContext;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.NearMatch.Mismatch;
import io.github.chimefake.internal.iam.policy.Effect;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.PolicyKindNames;
import io.github.chimefake.internal.iam.policy.Statement;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Explains decisions of policies. */
final class DecisionExplanation {
    /** How many statements are listed; the others are only counted. */
    private static final int LONGEST_LIST = 5;

    private final PolicyCheck check;

    private DecisionExplanation(PolicyCheck check) {
        this.check = check;
    }

    /** Explains the decision on all resources. */
    static String of(PolicyCheck check, Outcome outcome, List<DefaultResourceDecision> resources) {
        DecisionExplanation explanation = new DecisionExplanation(check);
        boolean several = resources.size() > 1;
        return check.action() + " is " + verdict(outcome) + ": "
                + resources.stream().map(explanation::reason).collect(joining("; "))
                + (several ? ". Each of the " + resources.size() + " resources must be allowed." : ".");
    }

    /** Explains the decision on one resource. */
    static String of(DefaultResourceDecision resource) {
        PolicyCheck check = resource.check();
        return check.action() + " is " + verdict(resource.outcome()) + ": "
                + new DecisionExplanation(check).reason(resource) + ".";
    }

    private static String verdict(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> "allowed";
            case IMPLICITLY_DENIED -> "denied by default";
            case EXPLICITLY_DENIED -> "denied explicitly";
        };
    }

    private String reason(DefaultResourceDecision resource) {
        return switch (resource.outcome()) {
            case ALLOWED -> allowing(resource) + " it on " + resource.resource();
            case EXPLICITLY_DENIED -> denying(resource) + ", which overrides every statement that allows it";
            case IMPLICITLY_DENIED -> notAllowing(resource);
        };
    }

    private static String allowing(DefaultResourceDecision resource) {
        List<MatchedStatement> statements = resource.deciding();
        return joined(statements) + (statements.size() == 1 ? " allows" : " allow");
    }

    private String denying(DefaultResourceDecision resource) {
        List<MatchedStatement> statements = resource.deciding();
        String conditions = statements.stream()
                .flatMap(matched -> statement(matched, resource).conditions().stream())
                .limit(LONGEST_LIST)
                .map(condition -> ConditionExplanation.met(condition, resource.context()))
                .collect(joining(" and "));
        return joined(statements) + (statements.size() == 1 ? " denies" : " deny") + " it on " + resource.resource()
                + (conditions.isEmpty() ? "" : ", as " + conditions);
    }

    private String notAllowing(DefaultResourceDecision resource) {
        List<MatchedStatement> allowing = resource.deciding();
        String although = allowing.isEmpty()
                ? ""
                : joined(allowing) + (allowing.size() == 1 ? " allows" : " allow") + " it on " + resource.resource()
                        + ", but ";
        return although
                + resource.withoutAllow().stream()
                        .map(layer -> "no statement allows " + check.action() + " on " + resource.resource()
                                + policies(layer) + nearMatches(layer, resource))
                        .collect(joining("; and "));
    }

    private String policies(PolicyLayer layer) {
        List<String> names = check.policies().policies(layer).stream()
                .map(policy -> "\"" + policy.name() + "\"")
                .toList();
        if (names.isEmpty()) {
            return ", as no policy is attached";
        }
        boolean one = names.size() == 1;
        String limits = layer.kind() == PolicyKind.IDENTITY
                ? ""
                : ", which " + (one ? "limits" : "limit") + " what other policies allow";
        PolicyKindNames kindNames = PolicyKindNames.of(layer.kind());
        return " in " + (one ? kindNames.noun() + " " : "the " + kindNames.pluralNoun() + " ")
                + MessageValues.list(names) + layer.suffix() + limits;
    }

    private String nearMatches(PolicyLayer layer, DefaultResourceDecision resource) {
        String action = RequestContext.folded(check.action());
        EvaluationContext context = resource.context();
        List<NearMatch> nearMatches = new ArrayList<>();
        for (NamedPolicy policy : check.policies().policies(layer)) {
            List<Statement> statements = policy.document().statements();
            for (int index = 0; index < statements.size(); index++) {
                Statement statement = statements.get(index);
                Optional<Mismatch> mismatch = Mismatch.of(statement, action, resource.resource(), context);
                if (mismatch.isPresent()) {
                    MatchedStatement where = DefaultMatchedStatement.of(layer, policy.name(), index, statement);
                    nearMatches.add(new NearMatch(mismatch.get(), where, statement));
                }
            }
        }
        int more = nearMatches.size() - LONGEST_LIST;
        String listed = nearMatches.stream()
                .sorted()
                .limit(LONGEST_LIST)
                .map(nearMatch -> "; " + nearMatch.description(context))
                .collect(joining());
        return listed
                + (more > 0
                        ? "; " + more + (more == 1 ? " more statement comes" : " more statements come") + " close"
                        : "");
    }

    /** Finds the statement by its policy and index. Policies may share a name, so the statement must also apply. */
    private Statement statement(MatchedStatement matched, DefaultResourceDecision resource) {
        String action = RequestContext.folded(check.action());
        return check.policies().policies(matched.kind()).stream()
                .filter(policy -> policy.name().equals(matched.policyName()))
                .flatMap(policy -> policy.document().statements().stream()
                        .skip(matched.index())
                        .limit(1))
                .filter(statement -> (statement.effect() == Effect.DENY) == matched.isDeny()
                        && statement.matchesAction(action)
                        && statement.appliesTo(resource.resource(), resource.context()))
                .findFirst()
                .orElseThrow();
    }

    private static String joined(List<MatchedStatement> statements) {
        int more = statements.size() - LONGEST_LIST;
        return Stream.concat(
                        statements.stream().limit(LONGEST_LIST).map(MatchedStatement::toString),
                        IntStream.of(more).filter(count -> count > 0).mapToObj(count -> count + " more"))
                .collect(joining(" and "));
    }
}
