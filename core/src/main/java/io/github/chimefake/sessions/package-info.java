/** Messaging sessions: the endpoint for WebSocket connections. */
@NullMarked
package io.github.chimefake.sessions;

import org.jspecify.annotations.NullMarked;
