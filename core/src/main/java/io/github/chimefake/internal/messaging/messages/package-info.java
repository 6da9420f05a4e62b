/** The operations on messages. */
@NullMarked
package io.github.chimefake.internal.messaging.messages;

import org.jspecify.annotations.NullMarked;
