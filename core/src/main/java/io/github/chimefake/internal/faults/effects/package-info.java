/** The effects of faults: what happens to a call that a fault applies to. */
@NullMarked
package io.github.chimefake.internal.faults.effects;

import org.jspecify.annotations.NullMarked;
