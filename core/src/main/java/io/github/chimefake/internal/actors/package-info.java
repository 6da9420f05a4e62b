/** The calls of actors, which reach the gateway without a connection. */
@NullMarked
package io.github.chimefake.internal.actors;

import org.jspecify.annotations.NullMarked;
