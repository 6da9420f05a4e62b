/**
 * The messaging service: channels, their members and messages, and the permissions of roles. Its state is one immutable
 * {@link io.github.chimefake.internal.messaging.state.State}; each operation is a small class that returns a response
 * and, if it writes, a new state.
 */
@NullMarked
package io.github.chimefake.internal.messaging;

import org.jspecify.annotations.NullMarked;
