package io.github.chimefake.internal.iam.pattern;

/** Says whether a text is what a policy means. */
@FunctionalInterface
public interface TextMatcher {
    boolean matches(String text);
}
