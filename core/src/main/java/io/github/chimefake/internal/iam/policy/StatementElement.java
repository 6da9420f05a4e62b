package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.internal.iam.condition.EvaluationContext;
import io.github.chimefake.internal.iam.condition.PolicyValue;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.pattern.WildcardPattern;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The element {@code Action}, {@code NotAction}, {@code Resource} or {@code NotResource} of a statement, with its patterns. */
public final class StatementElement {
    private static final int ARN_COMPONENTS = 6;

    private final Name name;
    private final List<PolicyValue> patterns;
    private final Set<String> literals = new HashSet<>();
    private final List<WildcardPattern> wildcards = new ArrayList<>();
    private final List<PolicyValue> withVariables = new ArrayList<>();
    private boolean everything;

    StatementElement(Name name, List<PolicyValue> patterns) {
        this.name = name;
        this.patterns = List.copyOf(patterns);
        for (PolicyValue pattern : patterns) {
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
        /** All actions except those named. */
        NOT_ACTION("NotAction", true),
        /** The resources named. */
        RESOURCE("Resource", false),
        /** All resources except those named. */
        NOT_RESOURCE("NotResource", true);

        private final String jsonName;
        private final boolean negated;

        Name(String jsonName, boolean negated) {
            this.jsonName = jsonName;
            this.negated = negated;
        }

        /** Returns the name as it is written in a policy. */
        String jsonName() {
            return jsonName;
        }

        /** Returns whether the element matches everything except what it names. */
        public boolean isNegated() {
            return negated;
        }

        /** Returns whether the element names resources, which are case-sensitive, unlike actions. */
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
     * Adds {@code *} for each component that is missing at the end of an ARN.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
     */
    private static WildcardPattern completed(WildcardPattern pattern) {
        String text = pattern.text();
        int missing = ARN_COMPONENTS - text.split(":", ARN_COMPONENTS).length;
        return missing == 0 ? pattern : WildcardPattern.of(text + ":*".repeat(missing));
    }

    /** Returns the name of the element. */
    public Name name() {
        return name;
    }

    /** Returns the values as they are written in the policy, with wildcards and variables. */
    public List<String> patterns() {
        return patterns.stream().map(PolicyValue::text).toList();
    }

    /** Returns the values, which may have variables. */
    List<PolicyValue> policyValues() {
        return patterns;
    }

    /** Returns the patterns that match an action or a resource for some values of their variables. */
    public List<String> patternsMatching(String value) {
        return patterns.stream()
                .filter(pattern -> couldMatch(pattern.withAnyValues(), value))
                .map(PolicyValue::text)
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

    /** Returns whether this action, which must be in lower case, or this resource matches. */
    public boolean matches(String value, EvaluationContext context) {
        return name.negated != isNamed(value, context);
    }

    private boolean isNamed(String value, EvaluationContext context) {
        if (everything || literals.contains(value)) {
            return true;
        }
        for (WildcardPattern pattern : wildcards) {
            if (pattern.matches(value)) {
                return true;
            }
        }
        for (PolicyValue pattern : withVariables) {
            Optional<WildcardPattern> filledIn = pattern.pattern(context);
            if (filledIn.isPresent() && filledIn.get().forResource().matches(value)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the variables without a value in this request, whose patterns match nothing. */
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

    /** Returns for example {@code Action chime:Send*}. */
    @Override
    public String toString() {
        return name.jsonName() + " " + MessageValues.list(patterns());
    }
}
