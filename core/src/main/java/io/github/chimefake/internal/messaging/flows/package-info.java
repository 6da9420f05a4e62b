/** The operations on channel flows, and the processing of messages by them. */
@NullMarked
package io.github.chimefake.internal.messaging.flows;

import org.jspecify.annotations.NullMarked;
