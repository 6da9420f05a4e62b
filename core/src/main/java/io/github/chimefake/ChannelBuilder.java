package io.github.chimefake;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.call.Arn;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.FakeLifetime;
import io.github.chimefake.messaging.ChannelSeed;
import io.github.chimefake.messaging.MessagingService;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/**
 * A channel to be made. Public and restricted unless told otherwise, as on AWS; without a creator, so that it has exactly the
 * members and moderators named here.
 *
 * <pre>{@code
 * ChimeChannel general = chime.channel("general").members(alice, bob).moderators(bob).create();
 * }</pre>
 */
@CheckReturnValue
public final class ChannelBuilder {
    /** ChannelId of the service model. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9:\\-_.@]{0,62}[A-Za-z0-9])?");

    private final MessagingService service;
    private final FakeLifetime lifetime;
    private final ChannelSeed seed;

    ChannelBuilder(MessagingService service, FakeLifetime lifetime, Arn appInstance, String name) {
        this(service, lifetime, seed(appInstance, name));
    }

    private static ChannelSeed seed(Arn appInstance, String name) {
        ChannelSeed seed = ChannelSeed.of(appInstance, name);
        return ID.matcher(name).matches() ? seed.withId(name) : seed;
    }

    private ChannelBuilder(MessagingService service, FakeLifetime lifetime, ChannelSeed seed) {
        this.service = service;
        this.lifetime = lifetime;
        this.seed = seed;
    }

    private ChannelBuilder with(ChannelSeed other) {
        return new ChannelBuilder(service, lifetime, other);
    }

    /** These users are members. */
    public ChannelBuilder members(ChimeUser... users) {
        return with(seed.withMembers(List.of(users)));
    }

    /** These users are hidden members: they read, but do not send, and only moderators see them listed. */
    public ChannelBuilder hiddenMembers(ChimeUser... users) {
        return with(seed.withHiddenMembers(List.of(users)));
    }

    /** These users are moderators; a moderator is a member only if it is named as one too. */
    public ChannelBuilder moderators(ChimeUser... users) {
        return with(seed.withModerators(List.of(users)));
    }

    /** This user made it, and so is a member and a moderator, as on AWS. Without a creator, {@code CreatedBy} is absent. */
    public ChannelBuilder creator(ChimeUser user) {
        return with(seed.withCreator(user));
    }

    /** The channel's id, the last part of its ARN. By default that is its name, or a UUID if the name cannot be one. */
    public ChannelBuilder id(String id) {
        return with(seed.withId(id));
    }

    /** Whether members may add members. */
    public ChannelBuilder mode(ChannelMode mode) {
        return with(seed.withMode(mode));
    }

    /** Whether users who are not members find and read it. */
    public ChannelBuilder privacy(ChannelPrivacy privacy) {
        return with(seed.withPrivacy(privacy));
    }

    /** The channel's metadata. */
    public ChannelBuilder metadata(String metadata) {
        return with(seed.withMetadata(metadata));
    }

    /**
     * Makes the channel.
     *
     * @throws IllegalArgumentException if its id is taken, or a user named is not registered
     */
    @CanIgnoreReturnValue
    public ChimeChannel create() {
        lifetime.requireRunning("create()");
        return service.createChannel(seed);
    }
}
