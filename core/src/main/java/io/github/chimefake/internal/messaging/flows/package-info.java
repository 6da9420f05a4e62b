/** Channel flows: the operations on them, and what they do to messages. */
@NullMarked
package io.github.chimefake.internal.messaging.flows;

import org.jspecify.annotations.NullMarked;
