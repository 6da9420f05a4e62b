/** Programs to run: the fake on its own, for any client. */
@NullMarked
package io.github.chimefake.examples;

import org.jspecify.annotations.NullMarked;
