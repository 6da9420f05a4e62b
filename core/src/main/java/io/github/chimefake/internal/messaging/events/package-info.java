/** The events of writes: which write emits which event, with what payload, and who receives it. */
@NullMarked
package io.github.chimefake.internal.messaging.events;

import org.jspecify.annotations.NullMarked;
