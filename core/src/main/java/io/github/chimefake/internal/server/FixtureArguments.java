package io.github.chimefake.internal.server;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.http.Excerpt;
import io.github.chimefake.internal.protocol.Constraints;

/** Checks that a fixture has only what a request could have created, because code under test never meets anything else on AWS. */
final class FixtureArguments {
    private FixtureArguments() {}

    /**
     * Checks an argument.
     *
     * @param call the method called by the user
     * @param operation the operation that does the same
     * @param path the names from its request to the member
     * @throws IllegalArgumentException if a request with this value would fail
     */
    static void require(String call, Operation operation, Object value, String... path) {
        Constraints.brokenConstraint(operation, value, path).ifPresent(constraint -> {
            throw new IllegalArgumentException(
                    call + ": the value is \"" + Excerpt.of(value.toString()) + "\". " + constraint + ", as in "
                            + operation + " (" + path[path.length - 1] + "). Give a value that the service accepts");
        });
    }
}
