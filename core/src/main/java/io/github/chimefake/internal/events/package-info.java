/** The events that writes emit: one entry for each write, whose payload and receivers are computed when they are asked for. */
@NullMarked
package io.github.chimefake.internal.events;

import org.jspecify.annotations.NullMarked;
