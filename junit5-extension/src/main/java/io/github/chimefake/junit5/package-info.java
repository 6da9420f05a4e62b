/** The fake in a JUnit Jupiter test, by annotation: {@link io.github.chimefake.junit5.ChimeMessagingFake}. */
@NullMarked
package io.github.chimefake.junit5;

import org.jspecify.annotations.NullMarked;
