/** A test double of Amazon Chime SDK messaging. Start with {@link io.github.chimefake.ChimeMessagingServer}. */
@NullMarked
package io.github.chimefake;

import org.jspecify.annotations.NullMarked;
