package io.github.chimefake.iam;

/**
 * Something in a policy that AWS accepts and that is most likely a mistake.
 *
 * @param path where it stands in the policy, for example {@code $.Statement[0].Action[1]}
 * @param message what was received, why it is doubtful, and what to write instead
 */
public record PolicyWarning(String path, String message) {

    /** Path and message in one line. */
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
