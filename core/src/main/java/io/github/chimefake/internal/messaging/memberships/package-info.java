/** The operations on memberships, their preferences and read markers. */
@NullMarked
package io.github.chimefake.internal.messaging.memberships;

import org.jspecify.annotations.NullMarked;
