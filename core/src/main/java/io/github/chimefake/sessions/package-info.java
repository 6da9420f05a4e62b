/** Messaging sessions: WebSocket connections over which users receive events, who may open them, and faults on them. */
@NullMarked
package io.github.chimefake.sessions;

import org.jspecify.annotations.NullMarked;
