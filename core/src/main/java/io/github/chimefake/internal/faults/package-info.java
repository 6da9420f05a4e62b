/** Faults, the calls that they apply to, and their registration. */
@NullMarked
package io.github.chimefake.internal.faults;

import org.jspecify.annotations.NullMarked;
