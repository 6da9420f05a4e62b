/** The operations on channels. */
@NullMarked
package io.github.chimefake.internal.messaging.channels;

import org.jspecify.annotations.NullMarked;
