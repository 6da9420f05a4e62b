package io.github.chimefake;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/**
 * A builder for a channel. By default the channel is public and restricted, as on AWS, and has no creator, so that its members and
 * moderators are exactly those named here.
 *
 * <pre>{@code
 * ChimeChannel general = chime.channel("general").members(alice, bob).moderators(bob).create();
 * }</pre>
 *
 * <p>Immutable and thread-safe: each method returns another builder. Values are checked when the channel is created.
 *
 * @since 0.1
 */
@CheckReturnValue
public interface ChannelBuilder {
    /** Sets the members. */
    ChannelBuilder members(ChimeUser... users);

    /** Sets the hidden members: they may read but not send, and only moderators see them in lists. */
    ChannelBuilder hiddenMembers(ChimeUser... users);

    /** Sets the moderators; a moderator is a member only if it is named as one too. */
    ChannelBuilder moderators(ChimeUser... users);

    /** Sets the creator, which is a member and a moderator, as on AWS. Without a creator, {@code CreatedBy} is absent. */
    ChannelBuilder creator(ChimeUser user);

    /** Sets the id, the last part of the ARN; by default the name, or a UUID if the name is not a valid id. */
    ChannelBuilder id(String id);

    /** Sets whether members may add members. */
    ChannelBuilder mode(ChannelMode mode);

    /** Sets whether users who are not members may find and read the channel. */
    ChannelBuilder privacy(ChannelPrivacy privacy);

    /** Sets the metadata. */
    ChannelBuilder metadata(String metadata);

    /**
     * Creates the channel.
     *
     * @throws IllegalArgumentException if the id is taken or not valid, {@code CreateChannel} would not accept the name or the metadata, a
     *     user is not registered in the app instance, or a user is a hidden member and another member or the creator
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    ChimeChannel create();
}
