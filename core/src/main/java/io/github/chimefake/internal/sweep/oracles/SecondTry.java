package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.internal.sweep.calls.CanonicalState;
import java.util.Optional;

/**
 * What running the same code again did, without a failure.
 *
 * @param exception what it threw
 * @param value what it returned, in canonical form
 */
public record SecondTry(Optional<Throwable> exception, Optional<String> value, CanonicalState after) {}
