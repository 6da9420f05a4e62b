/** Faults on messaging sessions: on connects, and on events on their way to a session. */
@NullMarked
package io.github.chimefake.internal.socketfaults;

import org.jspecify.annotations.NullMarked;
