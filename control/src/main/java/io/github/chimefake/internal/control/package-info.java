/** A control API: connects the server, the routes and the fake. */
@NullMarked
package io.github.chimefake.internal.control;

import org.jspecify.annotations.NullMarked;
