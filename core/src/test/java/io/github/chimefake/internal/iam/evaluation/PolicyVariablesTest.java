package io.github.chimefake.internal.iam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.ParsedPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What variables stand for.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables and tags</a>
 */
class PolicyVariablesTest {
    private static final String USERS = "arn:aws:chime:us-east-1:111122223333:app-instance/I/user/";
    private static final String SUB = "us-east-1:5fa3c1f2-0d5a-4d8e-9f5e-6b1f9f3a7c11";
    private static final RequestContext CONTEXT = RequestContext.builder()
            .put("aws:username", "alice")
            .put("aws:PrincipalTag/team", "red")
            .put("aws:PrincipalTag/empty", "")
            .put("aws:PrincipalTag/star", "*")
            .put("cognito-identity.amazonaws.com:sub", SUB)
            .put("aws:TagKeys", "a", "b")
            .build();

    // spotless:off
    /** Each row: what stands behind the users' ARN in the policy, and in the request, and whether they match. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${aws:username}                         | alice        | true
            ${aws:username}                         | bob          | false
            ${AWS:UserName}                         | alice        | true
            ${aws:PrincipalTag/team}-${aws:username} | red-alice   | true
            ${aws:PrincipalTag/team}-*              | red-bob      | true
            ?${aws:username}                        | xalice       | true
            ${aws:PrincipalTag/star}                | *            | true
            ${aws:PrincipalTag/star}                | alice        | false
            ${aws:PrincipalTag/other}               | alice        | false
            ${aws:PrincipalTag/other}               | ``           | false
            ${aws:PrincipalTag/other}               | ${aws:PrincipalTag/other} | false
            ${aws:PrincipalTag/other, 'all'}        | all          | true
            ${aws:PrincipalTag/other,'all'}         | all          | true
            ${aws:PrincipalTag/other, ''}           | ``           | true
            ${aws:PrincipalTag/other, '*'}          | alice        | false
            ${aws:PrincipalTag/other, 'a}b'}        | a}b          | true
            ${aws:PrincipalTag/team, 'all'}         | red          | true
            ${aws:PrincipalTag/team, 'all'}         | all          | false
            ${aws:PrincipalTag/empty, 'all'}        | all          | true
            ${aws:PrincipalTag/empty}               | ``           | false
            ${aws:TagKeys}                          | a            | false
            ${*}                                    | *            | true
            ${*}                                    | alice        | false
            a${?}                                   | a?           | true
            a${?}                                   | ab           | false
            ${$}{aws:username}                      | ${aws:username} | true
            $alice                                  | $alice       | true
            """)
    void standInResources(String pattern, String user, boolean matches) {
        assertThat(allowed("2012-10-17", "\"Resource\":\"" + USERS + pattern + "\"", user)).isEqualTo(matches);
        assertThat(allowed("2012-10-17", "\"NotResource\":\"" + USERS + pattern + "\"", user)).isNotEqualTo(matches);
    }

    /** Each row: a condition on aws:username, and whether it holds. A value that is absent equals none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "StringEquals": {"aws:username": "${aws:username}"}                                | true
            "StringEquals": {"aws:username": "${aws:PrincipalTag/other}"}                      | false
            "StringEquals": {"aws:username": ["${aws:PrincipalTag/other}", "alice"]}           | true
            "StringEquals": {"aws:username": "${aws:PrincipalTag/other, 'alice'}"}             | true
            "StringEquals": {"aws:username": "${svc:Flag}"}                                    | false
            "StringNotEquals": {"aws:username": "${aws:PrincipalTag/other}"}                   | true
            "StringNotEquals": {"aws:username": "${aws:username}"}                             | false
            "StringEqualsIgnoreCase": {"aws:PrincipalTag/team": "R${aws:PrincipalTag/none, 'ED'}"} | true
            "StringLike": {"aws:username": "${aws:PrincipalTag/star}"}                         | false
            "StringLike": {"aws:username": "a${*}"}                                            | false
            "StringLike": {"aws:username": "${aws:username}*"}                                 | true
            "StringNotLike": {"aws:username": "${aws:PrincipalTag/other}*"}                    | true
            "StringNotLike": {"aws:username": "${aws:username}*"}                              | false
            "ArnLike": {"svc:Arn": "arn:aws:iam::1:user/${aws:username}"}                      | true
            "ArnLike": {"svc:Arn": "arn:aws:iam::1:user/${aws:PrincipalTag/other}"}            | false
            "ArnNotLike": {"svc:Arn": "arn:aws:iam::1:user/${aws:PrincipalTag/other}"}         | true
            "ArnLike": {"svc:Arn": "${svc:Arn}"}                                               | true
            "Bool": {"svc:Flag": "${svc:Flag}"}                                                | true
            """)
    void standInConditions(String condition, boolean holds) {
        assertThat(allowed("2012-10-17", "\"Resource\":\"*\",\"Condition\":{" + condition + "}", "any")).isEqualTo(holds);
    }
    // spotless:on

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Resource\":\"arn:aws:chime:::user/${aws:PrincipalTag/${aws:username}}\"",
                "\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:username\":\"${aws:PrincipalTag/${aws:username}}\"}}"
            })
    void mayNotHoldOthers(String resourceAndCondition) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> allowed("2012-10-17", resourceAndCondition, "any"))
                .withMessageContaining("at $.Statement")
                .withMessageContaining("${aws:PrincipalTag/${aws:username}}")
                .withMessageContaining("as IAM does not substitute a variable within another");
    }

    @Test
    void mayHoldColons() {
        String pattern = "\"Resource\":\"" + USERS + "${cognito-identity.amazonaws.com:sub}\"";

        assertThat(allowed("2012-10-17", pattern, SUB)).isTrue();
        assertThat(allowed("2012-10-17", pattern, "us-east-1:other")).isFalse();
    }

    @Test
    void areMereTextInTheOldVersion() {
        String pattern = "\"Resource\":\"" + USERS + "${aws:username}\"";

        assertThat(allowed("2008-10-17", pattern, "alice")).isFalse();
        assertThat(allowed("2008-10-17", pattern, "${aws:username}")).isTrue();
        assertThat(allowed(
                        "2008-10-17",
                        "\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:username\":\"${aws:username}\"}}",
                        "any"))
                .isFalse();
    }

    private static boolean allowed(String version, String resourceAndCondition, String user) {
        ParsedPolicy policy = ParsedPolicy.parse("{\"Version\":\"" + version
                + "\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\"," + resourceAndCondition + "}}");
        return PolicyEvaluator.evaluate(
                        PolicySet.identity(List.of(new NamedPolicy("p", policy))),
                        "chime:SendChannelMessage",
                        List.of(RequestedResource.of(USERS + user)),
                        CONTEXT.with("svc:Arn", "arn:aws:iam::1:user/alice").with("svc:Flag", "true"))
                .isAllowed();
    }
}
