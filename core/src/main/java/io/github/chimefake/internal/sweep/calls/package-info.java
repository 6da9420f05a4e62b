/** The calls of a run: where they come from, which one fails, and what state they leave. */
@NullMarked
package io.github.chimefake.internal.sweep.calls;

import org.jspecify.annotations.NullMarked;
