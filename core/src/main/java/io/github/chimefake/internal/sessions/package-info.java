/** Messaging sessions: their endpoint, who may connect, and what the open ones receive. */
@NullMarked
package io.github.chimefake.internal.sessions;

import org.jspecify.annotations.NullMarked;
