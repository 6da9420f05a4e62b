/** Streams: deliveries of what app instances stream, to files and URLs. */
@NullMarked
package io.github.chimefake.internal.control.streams;

import org.jspecify.annotations.NullMarked;
