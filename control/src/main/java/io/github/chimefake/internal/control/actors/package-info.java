/** Actors: what other users do, besides the program under test. */
@NullMarked
package io.github.chimefake.internal.control.actors;

import org.jspecify.annotations.NullMarked;
