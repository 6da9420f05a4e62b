/** The routes of the control API, one class for each noun. {@code ControlRoutes} lists them. */
@NullMarked
package io.github.chimefake.internal.control.api;

import org.jspecify.annotations.NullMarked;
