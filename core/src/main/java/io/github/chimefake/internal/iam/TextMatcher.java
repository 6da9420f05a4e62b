package io.github.chimefake.internal.iam;

/** Says whether a text is what a policy means. */
@FunctionalInterface
interface TextMatcher {
    boolean matches(String text);
}
