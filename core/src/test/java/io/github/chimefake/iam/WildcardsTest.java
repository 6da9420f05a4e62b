package io.github.chimefake.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            abc             | abc         | true
            abc             | abd         | false
            abc             | ab          | false
            abc             | abcd        | false
            abc             | ABC         | false
            *               | ''          | true
            *               | a:b:c/d     | true
            ''              | ''          | true
            ''              | a           | false
            a*              | a           | true
            a*              | ba          | false
            *a              | bcba        | true
            *a              | bcab        | false
            a*c             | abbbc       | true
            a*c             | abbb        | false
            a**c            | ac          | true
            a*b*c           | axbxbxc     | true
            a*b*c           | axcxb       | false
            *ab             | aab         | true
            ?               | a           | true
            ?               | ''          | false
            ?               | ab          | false
            ?               | 😀          | true
            a?c             | abc         | true
            a?c             | ac          | false
            ?*              | ''          | false
            ?*              | abc         | true
            *?              | abc         | true
            ***             | abc         | true
            .               | a           | false
            a+              | aa          | false
            [ab]            | a           | false
            \\*             | \\abc       | true
            """)
    void matchAsInIam(String pattern, String text, boolean matches) {
        assertThat(Wildcards.matches(pattern, text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:chime:*:1:app-instance/I      | arn:aws:chime:us-east-1:1:app-instance/I     | true
            arn:aws:chime:us-*-1:1:app-instance/I | arn:aws:chime:us-east-1:1:app-instance/I     | true
            arn:aws:chime:us-*-1:1:app-instance/I | arn:aws:chime:us-x:y-1:1:app-instance/I      | false
            arn:aws:chime:*:app-instance/I        | arn:aws:chime:us-east-1:1:app-instance/I     | true
            arn:aws:chime:*                       | arn:aws:chime:us-east-1:1:app-instance/I     | true
            arn:aws:chime:r:1:app-instance/*/bot  | arn:aws:chime:r:1:app-instance/a/b/bot       | true
            arn:aws:chime:r:1:app-instance/*/bot  | arn:aws:chime:r:1:app-instance/a:b/bot       | false
            arn:aws:chime:r?1:app-instance/I      | arn:aws:chime:r:1:app-instance/I             | false
            """)
    void stayWithinASegmentUnlessTheStarEndsIt(String pattern, String text, boolean matches) {
        assertThat(Wildcards.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void takeNoExponentialTime() {
        String text = "a".repeat(2000);

        assertThat(Wildcards.matches("*a".repeat(200), text)).isTrue();
        assertThat(Wildcards.matches("*a".repeat(200) + "b", text)).isFalse();
    }
}
