/** The state of a fake as the public values, as JSON, and compared with another one. */
@NullMarked
package io.github.chimefake.internal.state;

import org.jspecify.annotations.NullMarked;
