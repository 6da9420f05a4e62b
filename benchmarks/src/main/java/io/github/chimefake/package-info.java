/** What the benchmarks must reach into the fake for. */
@NullMarked
package io.github.chimefake;

import org.jspecify.annotations.NullMarked;
