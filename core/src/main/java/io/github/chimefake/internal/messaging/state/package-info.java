/**
 * The state of the messaging service as one immutable value, and the changes that keep it consistent. Does not check
 * roles.
 */
@NullMarked
package io.github.chimefake.internal.messaging.state;

import org.jspecify.annotations.NullMarked;
