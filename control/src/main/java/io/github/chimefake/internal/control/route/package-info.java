/** A route of the control API: what it accepts, what it responds, and what it does. */
@NullMarked
package io.github.chimefake.internal.control.route;

import org.jspecify.annotations.NullMarked;
