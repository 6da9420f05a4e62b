/** What rules, faults, limits and stale reads have in common: which calls, their numbers, their ids. */
@NullMarked
package io.github.chimefake.internal.control.calls;

import org.jspecify.annotations.NullMarked;
