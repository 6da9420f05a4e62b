/** The state of a fake as immutable values, its JSON, and the difference of two states. */
@NullMarked
package io.github.chimefake.state;

import org.jspecify.annotations.NullMarked;
