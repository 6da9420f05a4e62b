/** A WebSocket server (RFC 6455) on the sockets of the JDK, which can also respond with an error, wait, and break connections. */
@NullMarked
package io.github.chimefake.internal.websocket;

import org.jspecify.annotations.NullMarked;
