/** The oracles, one class each, and what they judge by. */
@NullMarked
package io.github.chimefake.internal.sweep.oracles;

import org.jspecify.annotations.NullMarked;
