/** Which fake a test, a container or a constructor has, from its declaration to its end. */
@NullMarked
package io.github.chimefake.junit.jupiter.internal.fakes;

import org.jspecify.annotations.NullMarked;
