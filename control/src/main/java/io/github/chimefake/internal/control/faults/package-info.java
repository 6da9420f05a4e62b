/** Faults as data. */
@NullMarked
package io.github.chimefake.internal.control.faults;

import org.jspecify.annotations.NullMarked;
