/** The open or closed state of a fake, and how it runs user code. */
@NullMarked
package io.github.chimefake.internal.lifetime;

import org.jspecify.annotations.NullMarked;
