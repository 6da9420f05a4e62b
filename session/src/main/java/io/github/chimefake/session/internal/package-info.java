/** The WebSocket connection of a messaging session, and what reads its payloads. */
@NullMarked
package io.github.chimefake.session.internal;

import org.jspecify.annotations.NullMarked;
