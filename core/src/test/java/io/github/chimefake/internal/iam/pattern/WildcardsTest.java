package io.github.chimefake.internal.iam.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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
        assertThat(Wildcards.of(pattern).withinSegments().matches(text)).isEqualTo(matches);
        assertThat(Wildcards.of(pattern).anywhere().matches(text)).isEqualTo(matches);
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
        assertThat(Wildcards.of(pattern).withinSegments().matches(text)).isEqualTo(matches);
    }

    /** The first two rows are AWS's own example of where the operators for strings and for ARNs differ. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:some:*:1:finance/*  | arn:aws:some:us-east-2:9:store/abc:1:finance/doc | false
            arn:aws:some:*:9:store/*    | arn:aws:some:us-east-2:9:store/abc:1:finance/doc | true
            arn:aws:iam::1:role/*       | arn:aws:iam::1:role/path/name                    | true
            arn:aws:iam::*:role/a*c     | arn:aws:iam::1:role/a:c                          | true
            arn:aws:iam::?:role/a       | arn:aws:iam::1:role/a                            | true
            arn:aws:iam::?:role/a       | arn:aws:iam::12:role/a                           | false
            arn:*:iam::1:role/a         | arn:aws:iam::1:role/a                            | true
            *                           | arn:aws:iam::1:role/a                            | true
            arn:aws:iam::*              | arn:aws:iam::1:role/a                            | true
            arn:aws:iam::1              | arn:aws:iam::1:role/a                            | false
            arn:aws:iam::1:role/a       | arn:aws:iam::1                                   | false
            """)
    void matchComponentByComponentInArns(String pattern, String arn, boolean matches) {
        assertThat(Wildcards.of(pattern).byArnComponent().matches(arn)).isEqualTo(matches);
    }

    @Test
    void meanThemselvesWhereTheyAreLiterals() {
        TextMatcher matcher = new Wildcards.Builder()
                .pattern("a*")
                .literal("*?")
                .pattern("?")
                .build()
                .anywhere();

        assertThat(matcher.matches("abc*?d")).isTrue();
        assertThat(matcher.matches("abcxyd")).isFalse();
    }

    /** Compares with an implementation that follows all ways through the pattern at once. */
    @Test
    void agreeWithASimpleMatcherOnRandomText() {
        Random random = new Random(20261122);
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, "aab:*?");
            String text = text(random, "aab:");

            assertThat(Wildcards.of(pattern).withinSegments().matches(text))
                    .as("%s within segments of %s", pattern, text)
                    .isEqualTo(matches(pattern, text, true));
            assertThat(Wildcards.of(pattern).anywhere().matches(text))
                    .as("%s anywhere in %s", pattern, text)
                    .isEqualTo(matches(pattern, text, false));
        }
    }

    private static String text(Random random, String alphabet) {
        return random.ints(random.nextInt(12), 0, alphabet.length())
                .mapToObj(index -> alphabet.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    private static boolean matches(String pattern, String text, boolean withinSegments) {
        Set<Integer> positions = reach(pattern, Set.of(0));
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            Set<Integer> next = new HashSet<>();
            for (int at : positions) {
                if (at == pattern.length()) {
                    continue;
                }
                boolean endsSegment = at + 1 == pattern.length() || pattern.charAt(at + 1) == ':';
                boolean crosses = !withinSegments || character != ':';
                if (pattern.charAt(at) == '*' && (crosses || endsSegment)) {
                    next.add(at);
                } else if (pattern.charAt(at) == '?' ? crosses : pattern.charAt(at) == character) {
                    next.add(at + 1);
                }
            }
            positions = reach(pattern, next);
        }
        return positions.contains(pattern.length());
    }

    private static Set<Integer> reach(String pattern, Set<Integer> positions) {
        Set<Integer> reached = new HashSet<>();
        for (int position : positions) {
            int at = position;
            while (reached.add(at) && at < pattern.length() && pattern.charAt(at) == '*') {
                at++;
            }
        }
        return reached;
    }

    @Test
    void takeNoExponentialTime() {
        String text = "a".repeat(2000);
        String segments = "a:".repeat(1000);

        assertThat(Wildcards.of("*a".repeat(200)).anywhere().matches(text)).isTrue();
        assertThat(Wildcards.of("*a".repeat(200) + "b").anywhere().matches(text))
                .isFalse();
        assertThat(Wildcards.of("*a".repeat(200) + "b").withinSegments().matches(text))
                .isFalse();
        assertThat(Wildcards.of("*:a".repeat(200) + "b").withinSegments().matches(segments))
                .isFalse();
    }
}
