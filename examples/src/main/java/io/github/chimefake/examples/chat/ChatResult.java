package io.github.chimefake.examples.chat;

/**
 * How something that a user wanted to do ended. A refusal is no exception here: the application expects it and tells the
 * user. What nobody could foresee (throttling that outlasts the retries, an outage, a bug) stays the SDK's exception.
 *
 * @param <T> what there is to tell of a success
 */
public sealed interface ChatResult<T> {
    /** It happened. */
    record Done<T>(T value) implements ChatResult<T> {}

    /**
     * It was refused, and nothing happened.
     *
     * @param reason what to do about it depends on this alone
     * @param errorCode the service's own name of the error, for the log
     * @param message the service's own words, for the log
     * @param requestId what AWS support asks for
     */
    record Refused<T>(Reason reason, String errorCode, String message, String requestId) implements ChatResult<T> {}

    /** Why something was refused. */
    enum Reason {
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

    /**
     * What there is to tell of a success.
     *
     * @throws ChatRefusedException if it was refused
     */
    default T orElseThrow() {
        if (this instanceof Refused<T> refused) {
            throw new ChatRefusedException(refused);
        }
        return ((Done<T>) this).value();
    }
}
