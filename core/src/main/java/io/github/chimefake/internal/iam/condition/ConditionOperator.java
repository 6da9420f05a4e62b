package io.github.chimefake.internal.iam.condition;

import io.github.chimefake.internal.iam.syntax.UnreadableValueException;
import io.github.chimefake.internal.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A condition operator: a comparison, how many of the request's values must pass it, and whether an absent key passes.
 *
 * @param comparison what is compared
 * @param quantifier how many values must pass
 * @param ifExists whether an absent key passes
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Set operators</a>
 */
public record ConditionOperator(Comparison comparison, Quantifier quantifier, boolean ifExists) {
    private static final String IF_EXISTS = "IfExists";

    enum Quantifier {
        /** For keys with one value. */
        ONE(""),
        FOR_ALL_VALUES("ForAllValues:"),
        FOR_ANY_VALUE("ForAnyValue:");

        private final String prefix;

        Quantifier(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * Reads an operator's name.
     *
     * @throws UnreadableValueException if there is no such operator
     */
    public static ConditionOperator parse(String name) throws UnreadableValueException {
        Quantifier quantifier = Arrays.stream(Quantifier.values())
                .filter(candidate -> candidate != Quantifier.ONE && name.startsWith(candidate.prefix))
                .findFirst()
                .orElse(Quantifier.ONE);
        String rest = name.substring(quantifier.prefix.length());
        boolean ifExists = rest.endsWith(IF_EXISTS);
        String comparisonName = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
        Optional<Comparison> comparison = Comparison.named(comparisonName);
        if (comparison.isEmpty()) {
            throw new UnreadableValueException("a condition operator, for example \"" + quantifier.prefix
                    + nearest(comparisonName) + (ifExists ? IF_EXISTS : "") + "\", in this spelling");
        }
        if (comparison.get() == Comparison.NULL && ifExists) {
            throw new UnreadableValueException(
                    "\"" + quantifier.prefix + "Null\" without IfExists, as it checks whether the key is present");
        }
        return new ConditionOperator(comparison.get(), quantifier, ifExists);
    }

    private static String nearest(String name) {
        List<String> names =
                Arrays.stream(Comparison.values()).map(Comparison::jsonName).toList();
        return NearestName.of(name.substring(name.indexOf(':') + 1), names);
    }

    /** Returns the name as it is written in a policy. */
    String jsonName() {
        return quantifier.prefix + comparison.jsonName() + (ifExists ? IF_EXISTS : "");
    }
}
