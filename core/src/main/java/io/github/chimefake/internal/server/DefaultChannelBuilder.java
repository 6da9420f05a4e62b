package io.github.chimefake.internal.server;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChannelBuilder;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.common.ResourceIds;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.messaging.fixtures.ChannelFixture;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/** Creates a channel directly in the state of a fake. */
@CheckReturnValue
final class DefaultChannelBuilder implements ChannelBuilder {
    private final MessagingService service;
    private final FakeLifetime lifetime;
    private final ChannelFixture fixture;

    DefaultChannelBuilder(MessagingService service, FakeLifetime lifetime, AppInstanceArn appInstance, String name) {
        this(service, lifetime, fixture(appInstance, name));
    }

    private static ChannelFixture fixture(AppInstanceArn appInstance, String name) {
        ChannelFixture fixture = ChannelFixture.of(appInstance, name);
        return ResourceIds.isValid(name) ? fixture.withId(name) : fixture;
    }

    private DefaultChannelBuilder(MessagingService service, FakeLifetime lifetime, ChannelFixture fixture) {
        this.service = service;
        this.lifetime = lifetime;
        this.fixture = fixture;
    }

    private ChannelBuilder with(ChannelFixture other) {
        return new DefaultChannelBuilder(service, lifetime, other);
    }

    @Override
    public ChannelBuilder members(ChimeUser... users) {
        return with(fixture.withMembers(List.of(users)));
    }

    @Override
    public ChannelBuilder hiddenMembers(ChimeUser... users) {
        return with(fixture.withHiddenMembers(List.of(users)));
    }

    @Override
    public ChannelBuilder moderators(ChimeUser... users) {
        return with(fixture.withModerators(List.of(users)));
    }

    @Override
    public ChannelBuilder creator(ChimeUser user) {
        return with(fixture.withCreator(user));
    }

    @Override
    public ChannelBuilder id(String id) {
        return with(fixture.withId(id));
    }

    @Override
    public ChannelBuilder mode(ChannelMode mode) {
        return with(fixture.withMode(mode));
    }

    @Override
    public ChannelBuilder privacy(ChannelPrivacy privacy) {
        return with(fixture.withPrivacy(privacy));
    }

    @Override
    public ChannelBuilder metadata(String metadata) {
        return with(fixture.withMetadata(metadata));
    }

    @CanIgnoreReturnValue
    @Override
    public ChimeChannel create() {
        lifetime.requireRunning("create()");
        require("channel(…)", fixture.name(), "Name");
        require("mode(…)", fixture.mode().toString(), "Mode");
        require("privacy(…)", fixture.privacy().toString(), "Privacy");
        fixture.metadata().ifPresent(text -> require("metadata(…)", text, "Metadata"));
        return service.createChannel(fixture);
    }

    private static void require(String call, String value, String member) {
        FixtureArguments.require(call, Operation.CREATE_CHANNEL, value, member);
    }
}
