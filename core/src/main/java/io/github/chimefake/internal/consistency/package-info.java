/** Eventual consistency: reads that do not see the latest writes. Disabled unless a test enables it. */
@NullMarked
package io.github.chimefake.internal.consistency;

import org.jspecify.annotations.NullMarked;
