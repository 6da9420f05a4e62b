/** Messaging sessions. */
@NullMarked
package io.github.chimefake.sessions;

import org.jspecify.annotations.NullMarked;
