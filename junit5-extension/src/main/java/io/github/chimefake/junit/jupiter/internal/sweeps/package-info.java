/** Tests that are swept. */
@NullMarked
package io.github.chimefake.junit.jupiter.internal.sweeps;

import org.jspecify.annotations.NullMarked;
