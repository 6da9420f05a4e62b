/** Faults on messaging sessions: on connects, and on events on their way to a session. */
@NullMarked
package io.github.chimefake.internal.sessions.faults;

import org.jspecify.annotations.NullMarked;
