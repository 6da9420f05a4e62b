/** Failures as arguments of parameterized tests. */
@NullMarked
package io.github.chimefake.junit.jupiter.internal.failures;

import org.jspecify.annotations.NullMarked;
