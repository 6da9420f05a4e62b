/**
 * What the messaging service knows, as one immutable value, and the changes to it that keep its parts consistent.
 * Checks no role.
 */
@NullMarked
package io.github.chimefake.internal.messaging.state;

import org.jspecify.annotations.NullMarked;
