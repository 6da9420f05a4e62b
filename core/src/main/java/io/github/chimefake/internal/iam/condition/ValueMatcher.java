package io.github.chimefake.internal.iam.condition;

/** Compares a value of a request with one value of a condition. */
@FunctionalInterface
interface ValueMatcher {

    /** The result of a comparison. */
    enum Match {
        YES,
        NO,
        /** The request's value is not of the operator's type, so that neither the operator nor its negation holds. */
        NOT_COMPARABLE;

        static Match of(boolean matches) {
            return matches ? YES : NO;
        }
    }

    Match match(String requestValue, EvaluationContext context);
}
