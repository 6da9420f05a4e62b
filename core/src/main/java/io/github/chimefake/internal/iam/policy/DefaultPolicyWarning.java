package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.iam.PolicyDocument.PolicyWarning;

/**
 * A part of a policy that is most likely a mistake.
 *
 * @param path its JSON path
 * @param message what was received, why it is doubtful, and what to write instead
 */
record DefaultPolicyWarning(String path, String message) implements PolicyWarning {

    /** Returns path and message in one line. */
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
