/** The fake in tests of JUnit Jupiter, by annotation: {@link io.github.chimefake.junit.jupiter.ChimeMessagingFake}. */
@NullMarked
package io.github.chimefake.junit.jupiter;

import org.jspecify.annotations.NullMarked;
