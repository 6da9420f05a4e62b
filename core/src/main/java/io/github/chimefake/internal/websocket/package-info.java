/** A WebSocket server (RFC 6455) on the sockets of the JDK, which can also refuse, delay and break connections. */
@NullMarked
package io.github.chimefake.internal.websocket;

import org.jspecify.annotations.NullMarked;
