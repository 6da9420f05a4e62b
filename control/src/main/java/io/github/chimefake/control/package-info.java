/** The control API of a running fake: HTTP and JSON, for programs in any language. Start with {@code ChimeControl}. */
@NullMarked
package io.github.chimefake.control;

import org.jspecify.annotations.NullMarked;
