/** Faults: calls that fail on demand. */
@NullMarked
package io.github.chimefake.faults;

import org.jspecify.annotations.NullMarked;
