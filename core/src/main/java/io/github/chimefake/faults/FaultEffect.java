package io.github.chimefake.faults;

/**
 * The effect of a fault on a call: it gets the request in the SDK's type, and returns what the client gets. {@link FaultEffects} has those
 * that the fake knows; a test may have its own:
 *
 * <pre>{@code
 * FaultEffect denyOddAttempts =
 *         call -> call.attempt() % 2 == 1 ? FaultResponse.error(UNAUTHORIZED_CLIENT) : call.proceed();
 * chime.faults().on(LIST_CHANNELS).inject(denyOddAttempts);
 * }</pre>
 *
 * <p>An effect runs while no lock is held. It may wait, call the fake, and reset it. If it throws an exception, the client gets
 * {@code ServiceFailureException} 500, and the journal names the exception. A {@code toString()} of the effect describes it there.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface FaultEffect {
    /**
     * Returns what the client gets.
     *
     * @param call the call; the service processes it only if this method calls {@link FaultedCall#proceed()}
     */
    FaultResponse applyTo(FaultedCall call);
}
