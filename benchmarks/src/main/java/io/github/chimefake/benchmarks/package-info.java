/** What the fake costs: each figure beside that of WireMock, or of a smaller fake, from the same run. */
@NullMarked
package io.github.chimefake.benchmarks;

import org.jspecify.annotations.NullMarked;
