/** The events that writes emit to users, as the real service sends them over messaging sessions. */
@NullMarked
package io.github.chimefake.events;

import org.jspecify.annotations.NullMarked;
