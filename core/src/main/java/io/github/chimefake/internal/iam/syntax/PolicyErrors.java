package io.github.chimefake.internal.iam.syntax;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.internal.json.MalformedJsonException;

/** Creates the exceptions for invalid policies. */
public final class PolicyErrors {
    private static final String BEGINNING = "Invalid IAM policy";

    private PolicyErrors() {}

    /** Returns the exception for an error at a path of the policy. */
    public static InvalidPolicyException at(String path, String problem) {
        return new InvalidPolicyException(path, BEGINNING + " at " + path + ": " + problem);
    }

    /** Returns the exception for a text that is not JSON. */
    public static InvalidPolicyException malformed(MalformedJsonException e) {
        return new InvalidPolicyException("$", BEGINNING + ": " + e.getMessage() + ". Expected one JSON object", e);
    }

    /** Returns the same exception with the name of the policy in its message. */
    public static InvalidPolicyException named(String policyName, InvalidPolicyException e) {
        String rest = String.valueOf(e.getMessage()).substring(BEGINNING.length());
        return new InvalidPolicyException(e.path(), BEGINNING + " \"" + policyName + "\"" + rest, e);
    }
}
