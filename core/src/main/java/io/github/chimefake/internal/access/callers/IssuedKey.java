package io.github.chimefake.internal.access.callers;

import io.github.chimefake.internal.exchange.Caller;

/**
 * An access key that was issued to a caller.
 *
 * @param caller the caller with this key
 * @param status VALID, EXPIRED, REVOKED or REPLACED
 * @param current whether it is the key that the caller signs with now
 */
public record IssuedKey(Caller caller, String status, boolean current) {}
