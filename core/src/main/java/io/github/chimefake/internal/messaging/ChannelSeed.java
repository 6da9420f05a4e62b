package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.call.Arn;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/**
 * A channel that a test puts into the fake.
 *
 * @param appInstance where
 * @param name its name
 * @param id the last part of its ARN; empty for a made-up one
 * @param mode who may add members; RESTRICTED unless said otherwise
 * @param privacy who may read; PUBLIC unless said otherwise
 * @param metadata free text
 * @param members members of type DEFAULT
 * @param hiddenMembers members of type HIDDEN
 * @param moderators moderators, who become no members by that
 * @param creator becomes member and moderator too, as if it had created the channel; empty for nobody
 */
public record ChannelSeed(
        Arn appInstance,
        String name,
        Optional<String> id,
        ChannelMode mode,
        ChannelPrivacy privacy,
        Optional<String> metadata,
        List<ChimeUser> members,
        List<ChimeUser> hiddenMembers,
        List<ChimeUser> moderators,
        Optional<ChimeUser> creator) {
    public ChannelSeed {
        members = List.copyOf(members);
        hiddenMembers = List.copyOf(hiddenMembers);
        moderators = List.copyOf(moderators);
    }

    /** A PUBLIC, RESTRICTED channel with a made-up id and nobody in it. */
    public static ChannelSeed of(Arn appInstance, String name) {
        return new ChannelSeed(
                appInstance,
                name,
                Optional.empty(),
                ChannelMode.RESTRICTED,
                ChannelPrivacy.PUBLIC,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The same with this id. */
    public ChannelSeed withId(String newId) {
        return new ChannelSeed(
                appInstance,
                name,
                Optional.of(newId),
                mode,
                privacy,
                metadata,
                members,
                hiddenMembers,
                moderators,
                creator);
    }

    /** The same with this mode. */
    public ChannelSeed withMode(ChannelMode newMode) {
        return new ChannelSeed(
                appInstance, name, id, newMode, privacy, metadata, members, hiddenMembers, moderators, creator);
    }

    /** The same with this privacy. */
    public ChannelSeed withPrivacy(ChannelPrivacy newPrivacy) {
        return new ChannelSeed(
                appInstance, name, id, mode, newPrivacy, metadata, members, hiddenMembers, moderators, creator);
    }

    /** The same with this metadata. */
    public ChannelSeed withMetadata(String newMetadata) {
        return new ChannelSeed(
                appInstance,
                name,
                id,
                mode,
                privacy,
                Optional.of(newMetadata),
                members,
                hiddenMembers,
                moderators,
                creator);
    }

    /** The same with these members instead of those so far. */
    public ChannelSeed withMembers(List<ChimeUser> newMembers) {
        return new ChannelSeed(
                appInstance, name, id, mode, privacy, metadata, newMembers, hiddenMembers, moderators, creator);
    }

    /** The same with these hidden members instead of those so far. */
    public ChannelSeed withHiddenMembers(List<ChimeUser> newHiddenMembers) {
        return new ChannelSeed(
                appInstance, name, id, mode, privacy, metadata, members, newHiddenMembers, moderators, creator);
    }

    /** The same with these moderators instead of those so far. */
    public ChannelSeed withModerators(List<ChimeUser> newModerators) {
        return new ChannelSeed(
                appInstance, name, id, mode, privacy, metadata, members, hiddenMembers, newModerators, creator);
    }

    /** The same, created by this user. */
    public ChannelSeed withCreator(ChimeUser newCreator) {
        return new ChannelSeed(
                appInstance,
                name,
                id,
                mode,
                privacy,
                metadata,
                members,
                hiddenMembers,
                moderators,
                Optional.of(newCreator));
    }
}
