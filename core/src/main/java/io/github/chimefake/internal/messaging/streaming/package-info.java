/** The operations that say where the events of an app instance are streamed to. */
@NullMarked
package io.github.chimefake.internal.messaging.streaming;

import org.jspecify.annotations.NullMarked;
