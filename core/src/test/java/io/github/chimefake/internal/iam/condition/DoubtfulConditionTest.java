package io.github.chimefake.internal.iam.condition;

import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.iam.PolicyDecision;
import io.github.chimefake.iam.PolicyDocument.PolicyWarning;
import io.github.chimefake.iam.PolicyDocument.ServiceVocabulary;
import io.github.chimefake.iam.PolicySimulator;
import io.github.chimefake.iam.PolicyTemplate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Conditions that IAM accepts although they are most likely a mistake: values that are not of the operator's type, and empty lists. Each
 * is tried with every operator that has it, under every prefix and suffix.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">IAM policy validation
 *     check reference</a>
 */
@Tag("slow")
class DoubtfulConditionTest {
    private static final ServiceVocabulary SERVICE = ServiceVocabulary.of("svc", Set.of("Action"), Set.of("svc:Key"));
    private static final List<String> PREFIXES = List.of("", "ForAllValues:", "ForAnyValue:");
    private static final List<String> SUFFIXES = List.of("", "IfExists");

    /**
     * Operators that compare values of one type.
     *
     * @param name how their names begin, after {@code Not}
     * @param received a value of the type
     * @param mistyped values that are not of the type
     */
    private record Family(String name, String received, List<String> mistyped) {
        static final List<Family> ALL = List.of(
                new Family("Numeric", "10", List.of("ten", "", "true", "1,000", "0x10", "1E1000000000", "10 ")),
                new Family(
                        "Date",
                        "2026-11-22T10:00:00Z",
                        List.of(
                                "tomorrow",
                                "",
                                "2026-13-01",
                                "2026-11-22T10:00:00",
                                "22.11.2026",
                                "2026-11-22 10:00:00Z")),
                new Family("Bool", "true", List.of("yes", "", "1", "truee")),
                new Family("Binary", "QQ==", List.of("a", "???", "Q Q=")),
                new Family(
                        "Ip",
                        "203.0.113.77",
                        List.of(
                                "localhost",
                                "",
                                "203.0.113.0/33",
                                "203.0.113.*",
                                "1.2.3.4.5",
                                "203.0.113.0/",
                                "2001:db8::1::2",
                                "1:2:3:4:5:6:7:8:9:1.2.3.4")),
                new Family(
                        "Arn",
                        "arn:aws:iam::1:role/a",
                        List.of("role/a", "", "arn:aws:iam::1", "arn", "iam::1:role/a")));

        static Family of(String operator) {
            return ALL.stream()
                    .filter(family -> operator.replaceFirst("^Not", "").startsWith(family.name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Stream<String> operators() {
        return Arrays.stream(Comparison.values()).map(Comparison::jsonName);
    }

    static Stream<Arguments> mistypedValues() {
        return operators()
                .filter(operator -> !operator.startsWith("String") && !operator.equals("Null"))
                .flatMap(operator -> PREFIXES.stream()
                        .flatMap(prefix -> SUFFIXES.stream()
                                .flatMap(suffix -> Family.of(operator).mistyped.stream()
                                        .map(value -> Arguments.of(
                                                prefix + operator + suffix, value, Family.of(operator).received)))));
    }

    @ParameterizedTest
    @MethodSource("mistypedValues")
    void aValueOfAnotherTypeIsAcceptedAndMatchesNothing(String operator, String value, String received) {
        PolicyTemplate policy = conditioned(operator, "\"" + value + "\"");

        assertThat(decide(policy, received).isAllowed()).isFalse();
        assertThat(decide(policy, value.isEmpty() ? "?" : value).isAllowed()).isFalse();
        assertThat(warnings(policy)).singleElement().satisfies(warning -> {
            assertThat(warning.path()).isEqualTo("$.Statement[0].Condition." + operator + ".svc:Key");
            assertThat(warning.message())
                    .startsWith("received \"" + value + "\", but " + operator + " compares with ")
                    .contains("can match nothing", "; write one of that type");
        });
    }

    /** The other values still match, but no negated operator holds, as one of its values cannot be compared. */
    @ParameterizedTest
    @MethodSource("mistypedValues")
    void aValueOfAnotherTypeLeavesTheOthers(String operator, String value, String received) {
        PolicyTemplate policy = conditioned(operator, "[\"" + received + "\",\"" + value + "\"]");
        boolean holdsForAnEqualValue =
                !operator.contains("Not") && !operator.matches(".*(Less|Greater)Than(IfExists)?");

        assertThat(decide(policy, received).isAllowed()).isEqualTo(holdsForAnEqualValue);
        assertThat(warnings(policy))
                .extracting(PolicyWarning::path)
                .containsExactly("$.Statement[0].Condition." + operator + ".svc:Key[1]");
    }

    @Test
    void anExplanationNamesTheValueOfAnotherType() {
        assertThat(decide(conditioned("NumericEquals", "\"ten\""), "10").explain())
                .contains("its condition NumericEquals svc:Key \"ten\" is not met, where the request has \"10\", and"
                        + " \"ten\" matches nothing, as this operator compares with a number, for example \"10\" or"
                        + " \"0.5\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "", "0"})
    void aNullCheckOfAnotherTypeIsNeverMet(String value) {
        PolicyTemplate policy = conditioned("Null", "\"" + value + "\"");

        assertThat(decide(policy).isAllowed()).isFalse();
        assertThat(decide(policy, "a").isAllowed()).isFalse();
        assertThat(warnings(policy))
                .singleElement()
                .extracting(PolicyWarning::message)
                .asString()
                .contains("Null compares with \"true\", for a key that is absent, or \"false\"");
    }

    static Stream<Arguments> everyOperator() {
        return operators()
                .flatMap(operator -> PREFIXES.stream()
                        .flatMap(prefix -> SUFFIXES.stream()
                                .filter(suffix -> suffix.isEmpty() || !operator.equals("Null"))
                                .map(suffix -> Arguments.of(prefix, operator, suffix))));
    }

    @ParameterizedTest
    @MethodSource("everyOperator")
    void anEmptyListIsAcceptedAndHoldsAtMostForAnAbsentKey(String prefix, String operator, String suffix) {
        PolicyTemplate policy = conditioned(prefix + operator + suffix, "[]");
        boolean metByAbsentKey = prefix.equals("ForAllValues:") || suffix.equals("IfExists");

        assertThat(decide(policy, "a").isAllowed()).isFalse();
        assertThat(decide(policy, "a", "b").isAllowed()).isFalse();
        assertThat(decide(policy).isAllowed()).isEqualTo(metByAbsentKey);
        assertThat(warnings(policy)).singleElement().satisfies(warning -> {
            assertThat(warning.path()).isEqualTo("$.Statement[0].Condition." + prefix + operator + suffix + ".svc:Key");
            assertThat(warning.message())
                    .startsWith("received an empty list, but no value can match it, and the condition is "
                            + (metByAbsentKey ? "met only if the request has no such key" : "never met"))
                    .contains("write \"Null\": {\"svc:Key\": \"true\"}");
        });
    }

    @Test
    void anExplanationNamesTheEmptyList() {
        assertThat(decide(conditioned("StringEquals", "[]"), "a").explain())
                .contains("its condition StringEquals svc:Key [] is not met, where the request has \"a\", and an empty"
                        + " list of values matches none");
    }

    @ParameterizedTest
    @CsvSource({"ForAllValues:Null, always", "ForAnyValue:Null, never"})
    void aNullCheckOfASetIsDoubtful(String operator, String whenAbsent) {
        assertThat(warnings(conditioned(operator, "\"true\"")))
                .singleElement()
                .extracting(PolicyWarning::message)
                .asString()
                .startsWith("received \"" + operator
                        + "\", but it looks only at values that are there: for an absent key it is " + whenAbsent
                        + " met")
                .endsWith("Did you mean \"Null\"?");
    }

    @Test
    void anEmptyObjectRestrictsNothing() {
        PolicyTemplate noOperators = statement("{}");
        PolicyTemplate noKeys = statement("{\"StringEquals\":{\"svc:Key\":\"a\"},\"Bool\":{}}");

        assertThat(decide(noOperators).isAllowed()).isTrue();
        assertThat(decide(noKeys, "a").isAllowed()).isTrue();
        assertThat(decide(noKeys, "b").isAllowed()).isFalse();
        assertThat(warnings(noOperators)).singleElement().satisfies(warning -> {
            assertThat(warning.path()).isEqualTo("$.Statement[0].Condition");
            assertThat(warning.message()).startsWith("received an empty object, but it restricts nothing");
        });
        assertThat(warnings(noKeys)).extracting(PolicyWarning::path).containsExactly("$.Statement[0].Condition.Bool");
    }

    private static PolicyTemplate conditioned(String operator, String values) {
        return statement("{\"" + operator + "\":{\"svc:Key\":" + values + "}}");
    }

    private static PolicyTemplate statement(String condition) {
        return policy(
                "p",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"svc:Action\",\"Resource\":\"*\","
                        + "\"Condition\":" + condition + "}}");
    }

    private static PolicyDecision decide(PolicyTemplate policy, String... received) {
        return PolicySimulator.create()
                .attach(policy)
                .contextKey("svc:Key", received)
                .decide("svc:Action");
    }

    private static List<PolicyWarning> warnings(PolicyTemplate policy) {
        return policy.read().warnings(SERVICE);
    }
}
