package io.github.chimefake.internal.iam.pattern;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class WildcardPatternTest {

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
        assertThat(WildcardPattern.of(pattern).forResource().matches(text)).isEqualTo(matches);
        assertThat(WildcardPattern.of(pattern).matches(text)).isEqualTo(matches);
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
    void matchColonsInResourcesOnlyAtTheEndOfASegment(String pattern, String text, boolean matches) {
        assertThat(WildcardPattern.of(pattern).forResource().matches(text)).isEqualTo(matches);
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
            arn:aws:iam::1:role/a?c     | arn:aws:iam::1:role/a:c                          | true
            arn:aws:iam::1?             | arn:aws:iam::1:                                  | false
            arn:aws:iam:*1:role/a       | arn:aws:iam:x:1:role/a                           | false
            arn:aws:iam::*/a            | arn:aws:iam::1:role/a                            | false
            """)
    void matchColonsInArnConditionsOnlyInTheLastComponent(String pattern, String arn, boolean matches) {
        assertThat(WildcardPattern.of(pattern).forArnCondition().matches(arn)).isEqualTo(matches);
    }

    @Test
    void meanThemselvesWhereTheyAreLiterals() {
        WildcardPattern pattern = new WildcardPattern.Builder()
                .pattern("a*")
                .literal("*?")
                .pattern("?")
                .build();

        assertThat(pattern.matches("abc*?d")).isTrue();
        assertThat(pattern.matches("abcxyd")).isFalse();
    }

    /** The patterns and texts are short and of few characters, so that many match. */
    @Test
    void agreeWithARegularExpressionOnGeneratedTexts() {
        Random random = new Random(20261122);
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, "aab:*?");
            String text = text(random, "aab:");
            WildcardPattern wildcards = WildcardPattern.of(pattern);
            String arn = "a:b:a::" + text(random, "ab:") + ":" + text;

            assertThat(wildcards.matches(text))
                    .as("%s, on %s", pattern, text)
                    .isEqualTo(text.matches(expression(pattern, index -> true)));
            assertThat(wildcards.forResource().matches(text))
                    .as("%s for a resource, on %s", pattern, text)
                    .isEqualTo(text.matches(expression(pattern, index -> endsSegment(pattern, index))));
            assertThat(WildcardPattern.of("a:*:a:" + pattern).forArnCondition().matches(arn))
                    .as("a:*:a:%s for an ARN condition, on %s", pattern, arn)
                    .isEqualTo(matchesArn("a:*:a:" + pattern, arn));
        }
    }

    private static boolean endsSegment(String pattern, int index) {
        return pattern.charAt(index) == '*' && (index + 1 == pattern.length() || pattern.charAt(index + 1) == ':');
    }

    /** Compares component by component, where the last one of an incomplete pattern ends with a star. */
    private static boolean matchesArn(String pattern, String arn) {
        String[] patterns = pattern.split(":", 6);
        String[] components = arn.split(":", 6);
        boolean fewer = patterns.length < components.length;
        return (!fewer || pattern.endsWith("*"))
                && IntStream.range(0, patterns.length)
                        .allMatch(index -> components[index].matches(expression(patterns[index], any -> true)));
    }

    /** Returns a regular expression whose wildcards match a colon only where that is said. */
    private static String expression(String pattern, IntPredicate matchesColon) {
        return IntStream.range(0, pattern.length())
                .mapToObj(index -> switch (pattern.charAt(index)) {
                    case '*' -> matchesColon.test(index) ? ".*" : "[^:]*";
                    case '?' -> matchesColon.test(index) ? "." : "[^:]";
                    default -> Pattern.quote(pattern.substring(index, index + 1));
                })
                .collect(joining());
    }

    private static String text(Random random, String alphabet) {
        return random.ints(random.nextInt(12), 0, alphabet.length())
                .mapToObj(index -> alphabet.substring(index, index + 1))
                .collect(joining());
    }

    /** What precedes the text makes too many attempts for the usual comparison, and leaves the rest to be compared. */
    @Test
    void agreeWithARegularExpressionWhereTheyTakeManyAttempts() {
        Random random = new Random(20261129);
        String nearly = "a".repeat(80);
        for (int round = 0; round < 5_000; round++) {
            String pattern = "*" + "a".repeat(40) + "b*" + text(random, "aab:*?é") + "*?" + text(random, "a:?*");
            String text = nearly.repeat(3) + (random.nextInt(4) == 0 ? "" : "b") + text(random, "aab:é") + "😀"
                    + text(random, "a:😀");
            WildcardPattern wildcards = WildcardPattern.of(pattern);

            assertThat(wildcards.matches(text))
                    .as("%s, on %s", pattern, text)
                    .isEqualTo(text.matches(expression(pattern, index -> true)));
            assertThat(wildcards.forResource().matches(text))
                    .as("%s for a resource, on %s", pattern, text)
                    .isEqualTo(text.matches(expression(pattern, index -> endsSegment(pattern, index))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            *X?       | X😀      | true
            *X??      | X😀      | false
            *X?é      | X😀é     | true
            *X*       | X        | true
            *X?       | X        | false
            *X***?    | X😀😀    | true
            *X?:?     | X::😀    | true
            *Xé       | Xé       | true
            *Xè       | Xé       | false
            """)
    void takeASurrogatePairForOneCharacterHoweverManyAttemptsTheyTake(String pattern, String text, boolean matches) {
        String many = "a".repeat(200);
        String manyInPattern = pattern.replace("X", "a".repeat(130) + "b");

        assertThat(WildcardPattern.of(manyInPattern).matches(text.replace("X", many + "b")))
                .isEqualTo(matches);
    }

    /** Characters of ASCII are looked up in another way than the others, the first of which is U+0080. */
    @Test
    void takeEveryCharacterForItselfHoweverManyAttemptsTheyTake() {
        String many = "a".repeat(200) + "b";
        for (String character : List.of("\0", "\u007f", "\u0080", "\uffff", "😀")) {
            WildcardPattern pattern = WildcardPattern.of("*" + "a".repeat(130) + "b" + character + "c");

            assertThat(pattern.matches(many + character + "c")).isTrue();
            assertThat(pattern.matches(many + "xc")).isFalse();
        }
    }

    /** The positions of a pattern are compared 64 at a time. */
    @Test
    void mayHaveAWildcardAtEachPositionHoweverManyAttemptsTheyTake() {
        String many = "a".repeat(300) + "b";
        for (int length = 40; length < 140; length++) {
            String nearly = "*" + "a".repeat(length) + "b";
            WildcardPattern any = WildcardPattern.of(nearly + "*c");
            WildcardPattern one = WildcardPattern.of(nearly + "?c");

            assertThat(List.of("c", "xc", "😀c", "x"))
                    .as("a star behind %d characters", length)
                    .filteredOn(end -> any.matches(many + end))
                    .containsExactly("c", "xc", "😀c");
            assertThat(List.of("c", "xc", "😀c", "x"))
                    .as("a question mark behind %d characters", length)
                    .filteredOn(end -> one.matches(many + end))
                    .containsExactly("xc", "😀c");
        }
    }

    @Test
    void mayMatchNothingWithTheirFirstStarHoweverManyAttemptsTheyTake() {
        WildcardPattern pattern = WildcardPattern.of("*c*" + "a".repeat(130) + "b");

        assertThat(pattern.matches("c" + "a".repeat(200) + "b")).isTrue();
        assertThat(pattern.matches("d" + "a".repeat(200) + "b")).isFalse();
    }

    /** The product of the lengths is more than a billion. */
    @Test
    void takeNoTimeThatGrowsWithTheProductOfTheLengths() {
        String text = "a".repeat(200_000);

        assertThat(WildcardPattern.of("*" + "a".repeat(6_000) + "b*").matches(text))
                .isFalse();
        assertThat(WildcardPattern.of("*" + "a".repeat(6_000) + "b").matches(text.substring(1) + "b"))
                .isTrue();
    }

    @Test
    void keepEveryOtherCharacter() {
        WildcardPattern pattern = WildcardPattern.of("\0");

        assertThat(pattern.isLiteral()).isTrue();
        assertThat(pattern.text()).isEqualTo("\0");
    }

    @Test
    void takeNoExponentialTime() {
        String text = "a".repeat(2000);
        String segments = "a:".repeat(1000);

        assertThat(WildcardPattern.of("*a".repeat(200)).matches(text)).isTrue();
        assertThat(WildcardPattern.of("*a".repeat(200) + "b").matches(text)).isFalse();
        assertThat(WildcardPattern.of("*a".repeat(200) + "b").forResource().matches(text))
                .isFalse();
        assertThat(WildcardPattern.of("*:a".repeat(200) + "b").forResource().matches(segments))
                .isFalse();
    }
}
