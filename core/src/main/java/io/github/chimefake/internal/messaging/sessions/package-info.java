/** The operation that returns the endpoint of messaging sessions. */
@NullMarked
package io.github.chimefake.internal.messaging.sessions;

import org.jspecify.annotations.NullMarked;
