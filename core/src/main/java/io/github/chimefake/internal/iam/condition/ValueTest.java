package io.github.chimefake.internal.iam.condition;

/** Compares values of a request with one value of a condition. */
@FunctionalInterface
interface ValueTest {

    /** How a comparison comes out. */
    enum Match {
        YES,
        NO,
        /** The request's value is not of the operator's type, so that neither the operator nor its negation holds. */
        NOT_COMPARABLE;

        static Match of(boolean matches) {
            return matches ? YES : NO;
        }
    }

    Match test(String requestValue, EvaluationContext context);
}
