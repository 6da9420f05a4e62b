/** The events that writes emitted, and those that open sessions were sent. */
@NullMarked
package io.github.chimefake.internal.control.events;

import org.jspecify.annotations.NullMarked;
