package io.github.chimefake.internal.server;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChannelBuilder;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.messaging.fixtures.ChannelFixture;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/** Creates a channel directly in the state of a fake. */
@CheckReturnValue
final class DefaultChannelBuilder implements ChannelBuilder {
    /** The pattern of ChannelId in the service model. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9:\\-_.@]{0,62}[A-Za-z0-9])?");

    private final MessagingService service;
    private final FakeLifetime lifetime;
    private final ChannelFixture seed;

    DefaultChannelBuilder(MessagingService service, FakeLifetime lifetime, AppInstanceArn appInstance, String name) {
        this(service, lifetime, seed(appInstance, name));
    }

    private static ChannelFixture seed(AppInstanceArn appInstance, String name) {
        ChannelFixture seed = ChannelFixture.of(appInstance, name);
        return ID.matcher(name).matches() ? seed.withId(name) : seed;
    }

    private DefaultChannelBuilder(MessagingService service, FakeLifetime lifetime, ChannelFixture seed) {
        this.service = service;
        this.lifetime = lifetime;
        this.seed = seed;
    }

    private ChannelBuilder with(ChannelFixture other) {
        return new DefaultChannelBuilder(service, lifetime, other);
    }

    @Override
    public ChannelBuilder members(ChimeUser... users) {
        return with(seed.withMembers(List.of(users)));
    }

    @Override
    public ChannelBuilder hiddenMembers(ChimeUser... users) {
        return with(seed.withHiddenMembers(List.of(users)));
    }

    @Override
    public ChannelBuilder moderators(ChimeUser... users) {
        return with(seed.withModerators(List.of(users)));
    }

    @Override
    public ChannelBuilder creator(ChimeUser user) {
        return with(seed.withCreator(user));
    }

    @Override
    public ChannelBuilder id(String id) {
        return with(seed.withId(id));
    }

    @Override
    public ChannelBuilder mode(ChannelMode mode) {
        return with(seed.withMode(mode));
    }

    @Override
    public ChannelBuilder privacy(ChannelPrivacy privacy) {
        return with(seed.withPrivacy(privacy));
    }

    @Override
    public ChannelBuilder metadata(String metadata) {
        return with(seed.withMetadata(metadata));
    }

    @CanIgnoreReturnValue
    @Override
    public ChimeChannel create() {
        lifetime.requireRunning("create()");
        return service.createChannel(seed);
    }
}
