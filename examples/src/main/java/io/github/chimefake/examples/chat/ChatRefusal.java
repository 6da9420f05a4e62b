package io.github.chimefake.examples.chat;

/**
 * Why something was refused.
 *
 * @param reason what to do about it depends on this alone
 * @param errorCode the service's own name of the error, for the log
 * @param message the service's own words, for the log
 * @param requestId what AWS support asks for
 */
public record ChatRefusal(Reason reason, String errorCode, String message, String requestId) {
    /** What kind of refusal it is, by who can do something about it. */
    public enum Reason {
        /** The service does not take the user for one of its own: have them register again. */
        IDENTITY_REJECTED,
        /** The user's role does not allow it: tell the user. */
        NOT_ALLOWED,
        /** The policy of this back end lacks a permission: tell the operator. */
        POLICY_LACKS_PERMISSION,
        /** The credentials of this back end ran out: renew them, and try again. */
        CREDENTIALS_EXPIRED,
        /** The credentials of this back end are no good: tell the operator. */
        CREDENTIALS_INVALID
    }
}
