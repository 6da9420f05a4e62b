/** The operations on the streaming configurations of app instances. */
@NullMarked
package io.github.chimefake.internal.messaging.streaming;

import org.jspecify.annotations.NullMarked;
