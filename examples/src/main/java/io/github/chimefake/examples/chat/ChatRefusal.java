package io.github.chimefake.examples.chat;

/**
 * An expected failure.
 *
 * @param reason the reason, which determines what the application does
 * @param errorCode the service's name of the error, for the log
 * @param message the service's message, for the log
 * @param requestId the request id, which AWS support needs
 */
public record ChatRefusal(Reason reason, String errorCode, String message, String requestId) {
    /** The reason of a failure, with the action of the application. */
    public enum Reason {
        /** The user is not registered with the service: ask the user to register again. */
        IDENTITY_REJECTED,
        /** The user's role does not allow it: tell the user. */
        NOT_ALLOWED,
        /** The policy of this back end lacks a permission: tell the operator. */
        POLICY_LACKS_PERMISSION,
        /** The credentials of this back end expired: renew them, and try again. */
        CREDENTIALS_EXPIRED,
        /** The credentials of this back end are invalid: tell the operator. */
        CREDENTIALS_INVALID
    }
}
