package io.github.chimefake.internal.iam.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.iam.evaluation.PolicyEvaluator;
import io.github.chimefake.internal.iam.evaluation.PolicySet;
import io.github.chimefake.internal.iam.evaluation.RequestedResource;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.ParsedPolicy;
import io.github.chimefake.internal.json.JsonString;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each condition operator makes of the values in a request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">
 *     Conditions with several keys or values</a>
 */
class ConditionTest {
    private static final String KEY = "svc:Key";
    private static final String ABSENT = "-";

    // spotless:off
    /** Each row: the operator, the policy's values, the request's values, whether the condition holds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            StringEquals              | red                      | red                      | true
            StringEquals              | red                      | Red                      | false
            StringEquals              | red, green               | green                    | true
            StringEquals              | red, green               | blue                     | false
            StringEquals              | r*                       | red                      | false
            StringEquals              | r*                       | r*                       | true
            StringEquals              | 10                       | 10                       | true
            StringEquals              | true                     | true                     | true
            StringNotEquals           | red                      | red                      | false
            StringNotEquals           | red                      | Red                      | true
            StringNotEquals           | red, green               | green                    | false
            StringNotEquals           | red, green               | blue                     | true
            StringEqualsIgnoreCase    | red                      | RED                      | true
            StringEqualsIgnoreCase    | red                      | blue                     | false
            StringNotEqualsIgnoreCase | red, blue                | BLUE                     | false
            StringNotEqualsIgnoreCase | red                      | blue                     | true
            StringLike                | r*d                      | red                      | true
            StringLike                | r?d                      | red                      | true
            StringLike                | r?d                      | reed                     | false
            StringLike                | R*                       | red                      | false
            StringLike                | a*d                      | a:b/c:d                  | true
            StringLike                | re                       | red                      | false
            StringNotLike             | r*, b*                   | blue                     | false
            StringNotLike             | r*, b*                   | green                    | true

            NumericEquals             | 10                       | 10.0                     | true
            NumericEquals             | 10                       | 11                       | false
            NumericEquals             | -0.5                     | -0.50                    | true
            NumericNotEquals          | 10                       | 11                       | true
            NumericNotEquals          | 10, 11                   | 11                       | false
            NumericLessThan           | 10                       | 9.99                     | true
            NumericLessThan           | 10                       | 10                       | false
            NumericLessThan           | 10                       | 9                        | true
            NumericLessThanEquals     | 10                       | 10                       | true
            NumericLessThanEquals     | 10                       | 10.01                    | false
            NumericGreaterThan        | 10                       | 10                       | false
            NumericGreaterThan        | 10                       | 100                      | true
            NumericGreaterThanEquals  | 10                       | 10                       | true
            NumericGreaterThanEquals  | 10                       | 9                        | false
            NumericEquals             | 10                       | ten                      | false
            NumericNotEquals          | 10                       | ten                      | false
            NumericLessThan           | 10                       | ''                       | false
            NumericLessThan           | 10                       | 1E1000000000             | false
            NumericEquals             | 1E-100                   | 1E-100                   | true

            DateEquals                | 2026-11-22T10:00:00Z     | 2026-11-22T11:00:00+01:00 | true
            DateEquals                | 2026-11-22               | 2026-11-22T00:00:00Z     | true
            DateEquals                | 2026-11                  | 2026-11-01               | true
            DateEquals                | 2026-11-22T10:00Z        | 1795341600               | true
            DateEquals                | 1795341600               | 2026-11-22T10:00:00.000Z | true
            DateEquals                | 2026-11-22T10:00:00Z     | 2026-11-22T10:00:01Z     | false
            DateNotEquals             | 2026-11-22               | 2026-11-23               | true
            DateNotEquals             | 2026-11-22, 2026-11-23   | 2026-11-23               | false
            DateLessThan              | 2026-11-22T10:00:00Z     | 2026-11-22T09:59:59.999Z | true
            DateLessThan              | 2026-11-22T10:00:00Z     | 2026-11-22T10:00:00Z     | false
            DateLessThanEquals        | 2026-11-22T10:00:00Z     | 2026-11-22T10:00:00Z     | true
            DateLessThanEquals        | 2026-11-22T10:00:00Z     | 2026-11-22T10:00:01Z     | false
            DateEquals                | 1969-12-31T23:59:59Z     | -1                       | true
            DateGreaterThan           | 2026-11-22T10:00:00Z     | 2026-11-22T10:00:00Z     | false
            DateGreaterThan           | 2020-01-01T00:00:01Z     | 2026-11-22T10:00:00Z     | true
            DateGreaterThanEquals     | 2026-11-22T10:00:00Z     | 2026-11-22T10:00:00Z     | true
            DateGreaterThanEquals     | 2026-11-22T10:00:00Z     | 2026-11-22T09:00:00Z     | false
            DateNotEquals             | 2026-11-22               | yesterday                | false

            Bool                      | true                     | true                     | true
            Bool                      | true                     | True                     | true
            Bool                      | true                     | false                    | false
            Bool                      | false                    | false                    | true
            Bool                      | true, false              | false                    | true
            Bool                      | false                    | no                       | false

            BinaryEquals              | QmluYXJ5VmFsdWU=         | QmluYXJ5VmFsdWU=         | true
            BinaryEquals              | QmluYXJ5VmFsdWU=         | QmluYXJ5                 | false
            BinaryEquals              | QmluYXJ5                 | BinaryV                  | false

            IpAddress                 | 203.0.113.0/24           | 203.0.113.77             | true
            IpAddress                 | 203.0.113.0/24           | 203.0.114.1              | false
            IpAddress                 | 203.0.113.77/24          | 203.0.113.1              | true
            IpAddress                 | 203.0.113.77             | 203.0.113.77             | true
            IpAddress                 | 203.0.113.77             | 203.0.113.78             | false
            IpAddress                 | 203.0.113.128/25         | 203.0.113.127            | false
            IpAddress                 | 203.0.113.128/25         | 203.0.113.128            | true
            IpAddress                 | 0.0.0.0/0                | 198.51.100.1             | true
            IpAddress                 | 0.0.0.0/0                | 2001:db8::1              | false
            IpAddress                 | 203.0.113.0/24, 2001:DB8:1234:5678::/64 | 2001:db8:1234:5678:9::1 | true
            IpAddress                 | 2001:db8::/33            | 2001:db8:8000::          | false
            IpAddress                 | 2001:db8::/33            | 2001:db8:7fff::          | true
            IpAddress                 | ::1                      | 0:0:0:0:0:0:0:1          | true
            IpAddress                 | ::ffff:203.0.113.1       | ::ffff:cb00:7101         | true
            IpAddress                 | ::/0                     | fe80::1                  | true
            IpAddress                 | 255.255.255.255/32       | 255.255.255.255          | true
            IpAddress                 | 10.0.0.0/8               | ten                      | false
            NotIpAddress              | 203.0.113.0/24           | 203.0.113.77             | false
            NotIpAddress              | 203.0.113.0/24           | 198.51.100.1             | true
            NotIpAddress              | 203.0.113.0/24           | 2001:db8::1              | true
            NotIpAddress              | 10.0.0.0/8, 203.0.113.0/24 | 10.1.2.3               | false
            NotIpAddress              | ::1                      | 1:2:3:4:5:6:7            | false
            NotIpAddress              | ::1                      | 1:2:3:4:5:6:7:8::        | false
            NotIpAddress              | ::1                      | 1:2:3:4:5::6:7:8         | false
            NotIpAddress              | 10.0.0.0/8               | ten                      | false

            ArnEquals                 | arn:aws:iam::1:role/a    | arn:aws:iam::1:role/a    | true
            ArnEquals                 | arn:aws:iam::1:role/*    | arn:aws:iam::1:role/a    | true
            ArnEquals                 | arn:aws:iam::1:role/a    | arn:aws:iam::1:role/A    | false
            ArnLike                   | arn:aws:iam::*:role/a    | arn:aws:iam::1:role/a    | true
            ArnLike                   | arn:aws:sns:*:1:t        | arn:aws:sns:a:9:b:1:t    | false
            ArnLike                   | *                        | arn:aws:iam::1:role/a    | true
            ArnLike                   | *                        | role/a                   | false
            ArnNotEquals              | arn:aws:iam::1:role/*    | arn:aws:iam::1:role/a    | false
            ArnNotEquals              | arn:aws:iam::1:role/b    | arn:aws:iam::1:role/a    | true
            ArnNotLike                | arn:aws:iam::2:*, arn:aws:iam::3:* | arn:aws:iam::1:role/a | true
            ArnNotLike                | arn:aws:iam::2:*, arn:aws:iam::1:* | arn:aws:iam::1:role/a | false
            ArnNotLike                | arn:aws:iam::2:*         | role/a                   | false
            ArnNotLike                | arn:aws:iam::2:*         | arn:aws:iam::1           | false
            """)
    void comparesOneValue(String operator, String expected, String received, boolean holds) {
        assertThat(holds(operator, expected, received)).isEqualTo(holds);
    }

    /** {@code ForAllValues:Null} and {@code ForAnyValue:Null} as AWS's policy simulator was seen to decide. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            StringEquals                      | a                | - | false
            StringNotEquals                   | a                | - | true
            StringEqualsIgnoreCase            | a                | - | false
            StringNotEqualsIgnoreCase         | a                | - | true
            StringLike                        | *                | - | false
            StringNotLike                     | *                | - | true
            NumericEquals                     | 1                | - | false
            NumericNotEquals                  | 1                | - | true
            NumericLessThan                   | 1                | - | false
            DateEquals                        | 2026-11-22       | - | false
            DateNotEquals                     | 2026-11-22       | - | true
            DateGreaterThan                   | 2026-11-22       | - | false
            Bool                              | false            | - | false
            BinaryEquals                      | QQ==             | - | false
            IpAddress                         | 0.0.0.0/0        | - | false
            NotIpAddress                      | 0.0.0.0/0        | - | true
            ArnLike                           | *                | - | false
            ArnNotLike                        | *                | - | true
            StringEqualsIfExists              | a                | - | true
            StringEqualsIfExists              | a                | b | false
            StringEqualsIfExists              | a                | a | true
            StringNotEqualsIfExists           | a                | - | true
            StringNotEqualsIfExists           | a                | a | false
            BoolIfExists                      | true             | - | true
            NotIpAddressIfExists              | 0.0.0.0/0        | - | true
            ForAllValues:StringEquals         | a                | - | true
            ForAllValues:StringNotEquals      | a                | - | true
            ForAnyValue:StringEquals          | a                | - | false
            ForAnyValue:StringNotEquals       | a                | - | false
            ForAnyValue:StringLikeIfExists    | a                | - | true
            ForAllValues:StringLikeIfExists   | a                | - | true
            Null                              | true             | - | true
            Null                              | true             | a | false
            Null                              | false            | - | false
            Null                              | false            | a | true
            Null                              | False            | a, b | true
            Null                              | true, false      | - | true
            Null                              | true             | '' | true
            Null                              | false            | '' | false
            Null                              | false            | '', a | true
            Null                              | true             | '', a | false
            Null                              | true             | '', '' | true
            ForAllValues:Null                 | true             | - | true
            ForAllValues:Null                 | true             | '' | true
            ForAllValues:Null                 | true             | a | false
            ForAllValues:Null                 | true             | '', a | false
            ForAllValues:Null                 | false            | - | true
            ForAllValues:Null                 | false            | '' | true
            ForAllValues:Null                 | False            | a, b | true
            ForAnyValue:Null                  | true             | - | false
            ForAnyValue:Null                  | true             | '' | false
            ForAnyValue:Null                  | true             | a | false
            ForAnyValue:Null                  | false            | - | false
            ForAnyValue:Null                  | false            | '' | false
            ForAnyValue:Null                  | false            | a | true
            ForAnyValue:Null                  | true, false      | '', a | true
            """)
    void knowsAbsentKeys(String operator, String expected, String received, boolean holds) {
        assertThat(holds(operator, expected, received)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            ForAllValues:StringEquals    | a, b, c | a, c    | true
            ForAllValues:StringEquals    | a, b, c | a, d    | false
            ForAllValues:StringEquals    | a, b, c | a       | true
            ForAllValues:StringEquals    | a       | ''      | true
            ForAllValues:StringNotEquals | a, b    | c, d    | true
            ForAllValues:StringNotEquals | a, b    | a, c    | false
            ForAllValues:StringLike      | a*, b*  | ab, bb  | true
            ForAllValues:NumericLessThan | 10      | 1, 2, 9 | true
            ForAllValues:NumericLessThan | 10      | 1, x    | false
            ForAnyValue:StringEquals     | a, b, c | d, c    | true
            ForAnyValue:StringEquals     | a, b, c | d, e    | false
            ForAnyValue:StringEquals     | a       | a       | true
            ForAnyValue:StringLike       | *       | ''      | false
            ForAnyValue:StringNotEquals  | a, b    | a, c    | true
            ForAnyValue:StringNotEquals  | a, b    | a, b    | false
            ForAnyValue:ArnLike          | arn:aws:iam::1:* | arn:aws:iam::2:root, arn:aws:iam::1:root | true
            StringEquals                 | a       | a, b    | false
            StringNotEquals              | a       | b, c    | false
            StringEqualsIfExists         | a       | a, b    | false
            """)
    void comparesSetsOnlyWithSetOperators(String operator, String expected, String received, boolean holds) {
        assertThat(holds(operator, expected, received)).isEqualTo(holds);
    }
    // spotless:on

    @Test
    void comparesNumbersOfAtMostAHundredCharacters() {
        assertThat(holds("NumericEquals", "1", "0".repeat(99) + "1")).isTrue();
        assertThat(holds("NumericEquals", "1", "0".repeat(100) + "1")).isFalse();
    }

    /** All operators of a block, and all keys of an operator, must hold. */
    @ParameterizedTest
    @CsvSource({"1, 2, 3, true", "9, 2, 3, false", "1, 9, 3, false", "1, 2, 9, false"})
    void holdsOnlyWhereEachConditionDoes(String one, String two, String three, boolean holds) {
        String block = "{\"StringEquals\":{\"a:one\":\"1\",\"a:two\":\"2\"},\"NumericEquals\":{\"A:THREE\":3}}";
        RequestContext context =
                RequestContext.empty().with("a:One", one).with("A:two", two).with("a:three", three);

        assertThat(applies(block, context)).isEqualTo(holds);
    }

    private static boolean holds(String operator, String expected, String received) {
        String block = "{\"" + operator + "\":{\"" + KEY + "\":["
                + values(expected)
                        .map(value -> new JsonString(value).toJson())
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow()
                + "]}}";
        List<String> values =
                received.equals(ABSENT) ? List.of() : values(received).toList();
        return applies(block, RequestContext.empty().with(KEY, values));
    }

    private static Stream<String> values(String list) {
        return Stream.of(list.split(", ")).map(value -> value.equals("''") ? "" : value);
    }

    private static boolean applies(String conditionBlock, RequestContext context) {
        ParsedPolicy policy = ParsedPolicy.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":" + conditionBlock + "}}");
        return PolicyEvaluator.evaluate(
                        PolicySet.identity(List.of(new NamedPolicy("p", policy))),
                        "svc:Action",
                        List.of(RequestedResource.of("*")),
                        context)
                .isAllowed();
    }
}
