/** Actors: what other users do, besides the code under test. */
@NullMarked
package io.github.chimefake.actors;

import org.jspecify.annotations.NullMarked;
