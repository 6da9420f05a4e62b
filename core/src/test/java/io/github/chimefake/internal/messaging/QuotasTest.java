package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.quotas.Quota;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ErrorCode;

/** How many of what there may be. */
class QuotasTest {
    @Test
    void aChannelHasSoManyMembersAsTheQuotaSays() {
        ServiceFixture chime = new ServiceFixture(ResourceQuotas.DOCUMENTED.with(Quota.MEMBERSHIPS_PER_CHANNEL, 2));
        ChimeUser alice = chime.user("alice");
        ChimeUser bob = chime.user("bob");
        ChimeUser carol = chime.user("carol");
        String general = chime.create(chime.channel("general").withCreator(alice));

        BatchCreateChannelMembershipResponse batch = chime.call(
                BatchCreateChannelMembershipRequest.builder()
                        .channelArn(general)
                        .memberArns(bob.arn(), carol.arn())
                        .chimeBearer(alice.arn())
                        .build(),
                BatchCreateChannelMembershipResponse.class);

        assertThat(batch.errors()).singleElement().satisfies(error -> {
            assertThat(error.memberArn()).isEqualTo(carol.arn());
            assertThat(error.errorCode()).isEqualTo(ErrorCode.RESOURCE_LIMIT_EXCEEDED);
        });
        ServiceError serviceError = chime.serviceError(join(general, alice, carol));
        assertThat(serviceError.error()).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
        assertThat(serviceError.explanation()).contains("MEMBERSHIPS_PER_CHANNEL", "at most 2");
    }

    @Test
    void aUserHasSoManyMembershipsAsTheQuotaSays() {
        ServiceFixture chime =
                new ServiceFixture(ResourceQuotas.DOCUMENTED.with(Quota.MEMBERSHIPS_PER_APP_INSTANCE_USER, 1));
        ChimeUser alice = chime.user("alice");
        ChimeUser admin = chime.admin("admin");
        chime.channelOf(alice);
        String other = chime.create(chime.channel("other"));

        assertThat(chime.error(join(other, admin, alice))).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
        assertThat(chime.error(create(chime, alice))).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
    }

    @Test
    void anAppInstanceHasSoManyChannelsAsTheQuotaSays() {
        ServiceFixture chime = new ServiceFixture(ResourceQuotas.DOCUMENTED.with(Quota.CHANNELS_PER_APP_INSTANCE, 2));
        ChimeUser alice = chime.user("alice");
        chime.create(chime.channel("open"));
        chime.create(chime.channel("closed").withPrivacy(ChannelPrivacy.PRIVATE));

        assertThat(chime.error(create(chime, alice))).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
    }

    @Test
    void aChannelHasSoManyModeratorsAsTheQuotaSays() {
        ServiceFixture chime = new ServiceFixture(ResourceQuotas.DOCUMENTED.with(Quota.MODERATORS_PER_CHANNEL, 1));
        ChimeUser alice = chime.user("alice");
        ChimeUser bob = chime.user("bob");
        String general = chime.create(chime.channel("general").withCreator(alice));

        assertThat(chime.error(CreateChannelModeratorRequest.builder()
                        .channelArn(general)
                        .channelModeratorArn(bob.arn())
                        .chimeBearer(alice.arn())
                        .build()))
                .isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
    }

    @Test
    void theDocumentedQuotasHoldUnlessChanged() {
        ResourceQuotas quotas = ResourceQuotas.DOCUMENTED.with(Quota.MODERATORS_PER_CHANNEL, 1);

        assertThat(quotas.limit(Quota.MODERATORS_PER_CHANNEL)).isEqualTo(1);
        assertThat(quotas.limit(Quota.MEMBERSHIPS_PER_CHANNEL)).isEqualTo(10_000);
        assertThat(List.of(Quota.values()))
                .allMatch(quota -> ResourceQuotas.DOCUMENTED.limit(quota) == quota.defaultLimit());
    }

    private static CreateChannelMembershipRequest join(String channel, ChimeUser bearer, ChimeUser member) {
        return CreateChannelMembershipRequest.builder()
                .channelArn(channel)
                .memberArn(member.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(bearer.arn())
                .build();
    }

    private static CreateChannelRequest create(ServiceFixture chime, ChimeUser creator) {
        return CreateChannelRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .name("new")
                .clientRequestToken(chime.token())
                .chimeBearer(creator.arn())
                .build();
    }
}
