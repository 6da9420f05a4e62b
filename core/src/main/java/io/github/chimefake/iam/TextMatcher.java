package io.github.chimefake.iam;

/** Says whether a text is what a policy means. */
@FunctionalInterface
interface TextMatcher {
    boolean matches(String text);
}
