/** The operations on moderators and bans. */
@NullMarked
package io.github.chimefake.internal.messaging.moderation;

import org.jspecify.annotations.NullMarked;
