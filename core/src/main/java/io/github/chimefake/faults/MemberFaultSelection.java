package io.github.chimefake.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Registration;

/**
 * A selection of one member of batches. The other members are processed, and the response, whose status is that of success, reports this
 * one among its errors.
 *
 * <pre>{@code
 * chime.faults().on(BATCH_CREATE_CHANNEL_MEMBERSHIP).forMember(bob).fail(THROTTLED_CLIENT);
 * }</pre>
 *
 * @since 0.1
 */
@CheckReturnValue
public interface MemberFaultSelection {
    /**
     * Registers a fault: the member fails with the code of this error, and its default message.
     *
     * @param error one of the service model, or {@code ACCESS_DENIED} or {@code THROTTLING}
     * @throws IllegalArgumentException if the response cannot report the error, or if another operation than a batch is selected, or none
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration fail(ChimeError error);

    /**
     * Registers a fault: the member fails with the code of this error, and this message.
     *
     * @throws IllegalArgumentException as {@link #fail(ChimeError)} does
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration fail(ChimeError error, String message);
}
