/**
 * A test double of Amazon Chime SDK messaging. Start with {@link io.github.chimefake.ChimeMessagingServer}.
 *
 * <p>The interfaces of this library are not to be implemented by users, except for
 * {@link io.github.chimefake.flows.ChannelFlowProcessor}: later releases may add methods to them. No parameter may be {@code null}
 * and no method returns {@code null}, except for the absent members of the SDK's requests and responses.
 */
@NullMarked
package io.github.chimefake;

import org.jspecify.annotations.NullMarked;
