/** Delivers the records of streaming configurations, in the background and in order. */
@NullMarked
package io.github.chimefake.internal.streams;

import org.jspecify.annotations.NullMarked;
