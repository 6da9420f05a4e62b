/** Messaging sessions: those that are open, the connects that came before, and their settings. */
@NullMarked
package io.github.chimefake.internal.control.sessions;

import org.jspecify.annotations.NullMarked;
