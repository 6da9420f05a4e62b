/** Eventual consistency: reads that do not see the latest writes yet. Off until a test switches it on. */
@NullMarked
package io.github.chimefake.internal.consistency;

import org.jspecify.annotations.NullMarked;
