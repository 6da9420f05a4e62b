package io.github.chimefake.internal.messaging.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.messaging.ServiceFixture;
import io.github.chimefake.internal.messaging.store.Snapshot;
import io.github.chimefake.quotas.Quota;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

/** Settings, which go back with everything else. */
class MessagingSettingsTest {
    private final ServiceFixture chime = new ServiceFixture();

    @Test
    void aMessagingSessionIsSentWhereTheSettingsSay() {
        Snapshot baseline = chime.service.snapshot();
        assertThat(endpoint()).isEqualTo("localhost");

        chime.service.configure(settings -> settings.withMessagingSessionEndpoint(Optional.of("localhost:8443")));
        assertThat(endpoint()).isEqualTo("localhost:8443");

        chime.service.restore(baseline);
        assertThat(endpoint()).isEqualTo("localhost");
    }

    @Test
    void quotasMayChangeAtAnyTime() {
        Snapshot baseline = chime.service.snapshot();
        chime.service.configureIdentity(
                settings -> settings.withQuotas(ResourceQuotas.DOCUMENTED.with(Quota.MODERATORS_PER_CHANNEL, 7)));
        assertThat(moderatorsPerChannel()).isEqualTo(7);

        chime.service.restore(baseline);
        assertThat(moderatorsPerChannel()).isEqualTo(Quota.MODERATORS_PER_CHANNEL.defaultLimit());
        assertThat(chime.service.settings().messagingSessionEndpoint()).isEmpty();
    }

    private int moderatorsPerChannel() {
        return chime.service.directory().directory().settings().quotas().limit(Quota.MODERATORS_PER_CHANNEL);
    }

    private String endpoint() {
        return chime.call(
                        GetMessagingSessionEndpointRequest.builder().build(), GetMessagingSessionEndpointResponse.class)
                .endpoint()
                .url();
    }

    @Test
    void anOpenDirectoryTakesEveryWellFormedUserOfAnAppInstanceForRegistered() {
        String ghost = ServiceFixture.CHAT.user("ghost").toString();
        String bot = ServiceFixture.CHAT.bot("helper").toString();
        CreateChannelRequest create = CreateChannelRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .name("haunted")
                .channelId("haunted")
                .memberArns(bot)
                .clientRequestToken("t1")
                .chimeBearer(ghost)
                .build();
        assertThat(chime.error(create)).isEqualTo(ChimeError.UNAUTHORIZED_CLIENT);

        chime.service.configure(settings -> settings.withOpenDirectory(true));

        assertThat(chime.outcome(create)).isEmpty();
        assertThat(chime.registrations.findUser(Arn.of(ghost))).contains(ChimeUser.of(ghost));
        assertThat(chime.service.members(ServiceFixture.CHAT.channel("haunted")))
                .extracting(membership -> membership.member().arn())
                .containsExactly(bot, ghost);
        assertThat(chime.call(
                                ListChannelMembershipsForAppInstanceUserRequest.builder()
                                        .chimeBearer(ghost)
                                        .build(),
                                ListChannelMembershipsForAppInstanceUserResponse.class)
                        .channelMemberships())
                .hasSize(1);
    }

    @Test
    void anOpenDirectoryStillKnowsWhatIsNoUserOfAnAppInstance() {
        chime.service.configure(settings -> settings.withOpenDirectory(true));

        assertThat(Stream.of(
                                "arn:aws:chime:us-east-1:111122223333:app-instance/other/user/ghost",
                                ServiceFixture.CHAT.channel("ghost").toString(),
                                ServiceFixture.CHAT.user("-").toString())
                        .map(bearer -> chime.error(ListChannelsRequest.builder()
                                .appInstanceArn(ServiceFixture.CHAT.toString())
                                .chimeBearer(bearer)
                                .build())))
                .containsOnly(ChimeError.UNAUTHORIZED_CLIENT);
    }
}
