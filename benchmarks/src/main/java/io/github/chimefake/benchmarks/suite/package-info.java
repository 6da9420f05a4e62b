/** A suite of a thousand tests, over the fake and over stubs written by hand. */
@NullMarked
package io.github.chimefake.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
