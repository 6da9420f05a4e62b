/** Methods with and without planted bugs, which show what a sweep finds. */
@NullMarked
package io.github.chimefake.examples.sweep;

import org.jspecify.annotations.NullMarked;
