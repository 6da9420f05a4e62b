/**
 * A strict JSON parser and a writer. Values are immutable; duplicate names and trailing text are rejected, the depth is
 * bounded, and every error contains its position.
 */
@NullMarked
package io.github.chimefake.internal.json;

import org.jspecify.annotations.NullMarked;
