/** Faults, the calls that they apply to, their registration, and how several of them combine. */
@NullMarked
package io.github.chimefake.internal.faults;

import org.jspecify.annotations.NullMarked;
