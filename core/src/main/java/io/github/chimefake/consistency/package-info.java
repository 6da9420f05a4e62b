/** Eventual consistency: reads that do not see the latest writes. */
@NullMarked
package io.github.chimefake.consistency;

import org.jspecify.annotations.NullMarked;
