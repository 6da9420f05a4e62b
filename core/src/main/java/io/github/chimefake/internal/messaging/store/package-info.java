/** Storage of the current state, with serialized writes and reads that do not lock. */
@NullMarked
package io.github.chimefake.internal.messaging.store;

import org.jspecify.annotations.NullMarked;
