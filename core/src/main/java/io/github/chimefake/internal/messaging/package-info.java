/**
 * The service itself: who is registered, which channels there are, who belongs to them, what was said, and who may do
 * what. All of it is one immutable {@link io.github.chimefake.internal.messaging.state.State}; each operation is one small class that
 * makes an answer, and maybe a new state, from a state and a call.
 */
@NullMarked
package io.github.chimefake.internal.messaging;

import org.jspecify.annotations.NullMarked;
