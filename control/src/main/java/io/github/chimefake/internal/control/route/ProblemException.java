package io.github.chimefake.internal.control.route;

/** The request fails with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Creates an exception for this problem. */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** Returns the exception for a thing that does not exist. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(404, detail));
    }

    /** Returns the exception for a request that does not fit the current state. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(409, detail));
    }

    /** Returns the problem. */
    public Problem problem() {
        return problem;
    }
}
