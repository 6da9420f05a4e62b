package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.internal.iam.condition.EvaluationContext;
import io.github.chimefake.internal.iam.condition.PolicyText;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.pattern.WildcardPattern;
import io.github.chimefake.internal.iam.syntax.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One of the elements that say what a statement applies to. What its patterns match is worked out once, when it is read. */
public final class StatementElement {
    private static final int ARN_COMPONENTS = 6;

    private final Name name;
    private final List<PolicyText> patterns;
    private final Set<String> literals = new HashSet<>();
    private final List<WildcardPattern> wildcards = new ArrayList<>();
    private final List<PolicyText> withVariables = new ArrayList<>();
    private boolean everything;

    StatementElement(Name name, List<PolicyText> patterns) {
        this.name = name;
        this.patterns = List.copyOf(patterns);
        for (PolicyText pattern : patterns) {
            if (pattern.hasVariables()) {
                withVariables.add(pattern);
            } else {
                add(pattern.pattern(EvaluationContext.EMPTY).orElseThrow());
            }
        }
    }

    /** The elements' names. */
    public enum Name {
        /** The actions named. */
        ACTION("Action", false),
        /** All actions but those named. */
        NOT_ACTION("NotAction", true),
        /** The resources named. */
        RESOURCE("Resource", false),
        /** All resources but those named. */
        NOT_RESOURCE("NotResource", true);

        private final String jsonName;
        private final boolean negated;

        Name(String jsonName, boolean negated) {
            this.jsonName = jsonName;
            this.negated = negated;
        }

        /** The name as it stands in the policy. */
        String jsonName() {
            return jsonName;
        }

        /** Whether the element means all but what it names. */
        public boolean isNegated() {
            return negated;
        }

        /** Whether the element names resources, whose wildcards stay within segments and whose case matters. */
        boolean isResource() {
            return this == RESOURCE || this == NOT_RESOURCE;
        }
    }

    private void add(WildcardPattern pattern) {
        if (pattern.isSingleStar()) {
            everything = true;
        } else if (name.isResource()) {
            WildcardPattern arn = completed(pattern);
            if (arn.isLiteral()) {
                literals.add(arn.text());
            } else {
                wildcards.add(arn.forResource());
            }
        } else if (pattern.isLiteral()) {
            literals.add(RequestContext.folded(pattern.text()));
        } else {
            wildcards.add(WildcardPattern.of(RequestContext.folded(pattern.text())));
        }
    }

    /**
     * An ARN that lacks components at its end means whatever stands in their place.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
     */
    private static WildcardPattern completed(WildcardPattern pattern) {
        String text = pattern.text();
        int missing = ARN_COMPONENTS - text.split(":", ARN_COMPONENTS).length;
        return missing == 0 ? pattern : WildcardPattern.of(text + ":*".repeat(missing));
    }

    /** Which element it is. */
    public Name name() {
        return name;
    }

    /** The values as they stand in the policy, of which one must match; they may hold wildcards and variables. */
    public List<String> patterns() {
        return patterns.stream().map(PolicyText::text).toList();
    }

    /** Those of the patterns that match an action or a resource, if their variables may stand for anything. */
    public List<String> patternsMatching(String value) {
        return patterns.stream()
                .filter(pattern -> couldMatch(pattern.withAnyValues(), value))
                .map(PolicyText::text)
                .toList();
    }

    private boolean couldMatch(WildcardPattern pattern, String value) {
        if (pattern.isSingleStar()) {
            return true;
        }
        return name.isResource()
                ? completed(pattern).forResource().matches(value)
                : WildcardPattern.of(RequestContext.folded(pattern.text())).matches(RequestContext.folded(value));
    }

    /** Whether the element means this action, which is to be in lower case, or this resource. */
    public boolean matches(String value, EvaluationContext context) {
        return name.negated != namesIt(value, context);
    }

    private boolean namesIt(String value, EvaluationContext context) {
        if (everything || literals.contains(value)) {
            return true;
        }
        for (WildcardPattern pattern : wildcards) {
            if (pattern.matches(value)) {
                return true;
            }
        }
        for (PolicyText pattern : withVariables) {
            Optional<WildcardPattern> filledIn = pattern.pattern(context);
            if (filledIn.isPresent() && filledIn.get().forResource().matches(value)) {
                return true;
            }
        }
        return false;
    }

    /** The variables that stand for nothing in this request, so that their patterns match nothing. */
    public List<String> variablesWithoutValue(EvaluationContext context) {
        return withVariables.stream()
                .flatMap(pattern -> pattern.variablesWithoutValue(context).stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatementElement element
                && name == element.name
                && patterns().equals(element.patterns());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, patterns());
    }

    /** In words, for example {@code Action chime:Send*}. */
    @Override
    public String toString() {
        return name.jsonName() + " " + Quoted.plainList(patterns());
    }
}
