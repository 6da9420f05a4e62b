/** Rate limits and stale reads as data. */
@NullMarked
package io.github.chimefake.internal.control.limits;

import org.jspecify.annotations.NullMarked;
