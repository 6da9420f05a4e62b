/** The sweep of a whole suite: its tests are launched again, with failures, after their ordinary run. */
@NullMarked
package io.github.chimefake.junit.jupiter.internal.suite;

import org.jspecify.annotations.NullMarked;
