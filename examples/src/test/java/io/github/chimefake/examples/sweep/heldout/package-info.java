/** Small services with and without planted bugs, which were written after the rules of the sweep and before it ran on them. */
@NullMarked
package io.github.chimefake.examples.sweep.heldout;

import org.jspecify.annotations.NullMarked;
