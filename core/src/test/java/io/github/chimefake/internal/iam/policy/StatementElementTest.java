package io.github.chimefake.internal.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementElementTest {
    private static final String USERS = "arn:aws:chime:us-east-1:1:app-instance/I/user/";

    /** Each row: a pattern for users, the user's id, whether the pattern matches for some values of its variables. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alice                | alice | true
            alice                | bob   | false
            ${aws:username}      | alice | true
            a${aws:username}     | alice | true
            b${aws:username}     | alice | false
            ${aws:username}${*}  | al*   | true
            ${aws:username}${*}  | alice | false
            """)
    void findsThePatternsThatMatchForSomeValuesOfTheirVariables(String pattern, String user, boolean matches) {
        StatementElement resource = statement("chime:*", USERS + pattern).resource();

        assertThat(resource.patternsMatching(USERS + user).contains(USERS + pattern))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"chime:send*, true", "*, true", "chime:List*, false"})
    void findsPatternsOfActionsIgnoringTheirCase(String pattern, boolean matches) {
        StatementElement action = statement(pattern, "*").action();

        assertThat(action.patternsMatching("chime:SendChannelMessage").contains(pattern))
                .isEqualTo(matches);
    }

    @Test
    void isDescribedByItsNameAndItsPatterns() {
        assertThat(statement("chime:Send*", "*").action()).hasToString("Action chime:Send*");
    }

    @Test
    void differsFromElementsOfAnotherNameOrWithOtherPatterns() {
        StatementElement everyAction = statement("*", "*").action();

        assertThat(everyAction)
                .isEqualTo(statement("*", "arn:aws:chime:*").action())
                .isNotEqualTo(statement("*", "*").resource())
                .isNotEqualTo(statement("chime:*", "*").action());
    }

    private static Statement statement(String action, String resource) {
        return ParsedPolicy.parse("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
                        + action + "\",\"Resource\":\"" + resource + "\"}}")
                .statements()
                .get(0);
    }
}
