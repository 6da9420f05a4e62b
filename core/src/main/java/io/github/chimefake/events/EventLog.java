package io.github.chimefake.events;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import java.util.List;

/**
 * The events that writes emitted to users since the last reset, in the order of the writes. They are there even if no user is
 * connected. Calls that fail, repeated calls without effect, and test data that is put in directly emit none. The number of events is limited by
 * {@code journalCapacity} of the fake's builder: {@link #evicted()} counts the oldest ones that were dropped. A reset clears the log. Thread-safe.
 *
 * <pre>{@code
 * client.sendChannelMessage(request -> request.channelArn(general.arn()).content("hello")…);
 *
 * assertThat(chime.events().of(CREATE_CHANNEL_MESSAGE)).singleElement()
 *         .returns(List.of(alice.arn(), bob.arn()), MessagingEvent::receivers);
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public interface EventLog {
    /** Returns all events, oldest first. */
    List<MessagingEvent> all();

    /** Returns the events of one type, oldest first. */
    List<MessagingEvent> of(MessagingEventType type);

    /** Returns the events that this user receives, oldest first. */
    List<MessagingEvent> forUser(ChimeUser user);

    /** Returns the events about this channel, oldest first. */
    List<MessagingEvent> inChannel(ChimeChannel channel);

    /**
     * Returns the events about the channel with this ARN, oldest first.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    List<MessagingEvent> inChannel(String channelArn);

    /** Returns how many events were dropped because the log was full. */
    long evicted();

    /** Returns the events, one a line, with names in place of ARNs: the latest 100, and how many came before. */
    @Override
    String toString();
}
