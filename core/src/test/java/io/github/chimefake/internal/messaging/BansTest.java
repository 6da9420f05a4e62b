package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelBan;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelBanResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelBanRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelBanResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ErrorCode;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelBansRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelBansResponse;

/** Bans kick and keep out. Who may ban is in the role matrix. */
class BansTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser admin = chime.admin("admin");
    private final String general =
            chime.create(chime.channel("general").withCreator(alice).withMembers(List.of(bob)));

    @Test
    void aBannedMemberIsKickedAndCannotComeBack() {
        CreateChannelBanResponse response = chime.call(ban(bob), CreateChannelBanResponse.class);

        assertThat(response.channelArn()).isEqualTo(general);
        assertThat(response.member())
                .isEqualTo(Identity.builder().arn(bob.arn()).name("bob").build());
        assertThat(chime.error(chime.message(general, bob, "hey!").build())).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(join(alice, bob))).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(join(admin, bob))).isEqualTo(ChimeError.FORBIDDEN);
        ServiceError selfJoin = chime.serviceError(join(bob, bob));
        assertThat(selfJoin.error()).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(selfJoin.explanation()).contains("banned");
    }

    @Test
    void aBatchReportsTheBannedAndAddsTheOthers() {
        ChimeUser carol = chime.user("carol");
        chime.call(ban(bob));

        BatchCreateChannelMembershipResponse response = chime.call(
                BatchCreateChannelMembershipRequest.builder()
                        .channelArn(general)
                        .memberArns(bob.arn(), carol.arn())
                        .chimeBearer(alice.arn())
                        .build(),
                BatchCreateChannelMembershipResponse.class);

        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.memberArn()).isEqualTo(bob.arn());
            assertThat(error.errorCode()).isEqualTo(ErrorCode.FORBIDDEN);
        });
        assertThat(response.batchChannelMemberships().members()).hasSize(1);
    }

    @Test
    void aLiftedBanMakesNobodyAMemberButLetsItBecomeOne() {
        chime.call(ban(bob));

        chime.call(lift(bob));

        assertThat(chime.error(chime.message(general, bob, "hey!").build())).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.outcome(join(alice, bob))).isEmpty();
    }

    @Test
    void adminsAndModeratorsCannotBeBanned() {
        assertThat(chime.error(ban(admin))).isEqualTo(ChimeError.FORBIDDEN);
        assertThat(chime.error(ban(alice))).isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void aBanIsDescribedAndListed() {
        ChimeUser carol = chime.user("carol");
        chime.call(ban(carol));
        chime.call(ban(bob));

        ChannelBan ban =
                chime.call(describe(bob), DescribeChannelBanResponse.class).channelBan();
        assertThat(ban.member().arn()).isEqualTo(bob.arn());
        assertThat(ban.createdBy().arn()).isEqualTo(alice.arn());
        assertThat(ban.createdTimestamp()).isEqualTo(ServiceFixture.START);
        assertThat(list()).containsExactly(bob.arn(), carol.arn());
    }

    @Test
    void aBanThatIsThereOrNotThereIsSaidSo() {
        assertThat(chime.error(describe(bob))).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(chime.error(lift(bob))).isEqualTo(ChimeError.FORBIDDEN);
        chime.call(ban(bob));
        assertThat(chime.error(ban(bob))).isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void bansVanishWithTheUserAndWithTheChannel() {
        ChimeUser carol = chime.user("carol");
        chime.call(ban(bob));
        chime.call(ban(carol));

        chime.registrations.deleteUser(Arn.of(bob.arn()));
        assertThat(list()).containsExactly(carol.arn());

        chime.call(DeleteChannelRequest.builder()
                .channelArn(general)
                .chimeBearer(alice.arn())
                .build());
        chime.create(chime.channel("general").withCreator(alice));
        assertThat(list()).isEmpty();
        assertThat(chime.outcome(join(alice, carol))).isEmpty();
    }

    private CreateChannelBanRequest ban(ChimeUser user) {
        return CreateChannelBanRequest.builder()
                .channelArn(general)
                .memberArn(user.arn())
                .chimeBearer(alice.arn())
                .build();
    }

    private DeleteChannelBanRequest lift(ChimeUser user) {
        return DeleteChannelBanRequest.builder()
                .channelArn(general)
                .memberArn(user.arn())
                .chimeBearer(alice.arn())
                .build();
    }

    private DescribeChannelBanRequest describe(ChimeUser user) {
        return DescribeChannelBanRequest.builder()
                .channelArn(general)
                .memberArn(user.arn())
                .chimeBearer(alice.arn())
                .build();
    }

    private List<String> list() {
        return chime
                .call(
                        ListChannelBansRequest.builder()
                                .channelArn(general)
                                .chimeBearer(alice.arn())
                                .build(),
                        ListChannelBansResponse.class)
                .channelBans()
                .stream()
                .map(ban -> ban.member().arn())
                .toList();
    }

    private CreateChannelMembershipRequest join(ChimeUser bearer, ChimeUser user) {
        return CreateChannelMembershipRequest.builder()
                .channelArn(general)
                .memberArn(user.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(bearer.arn())
                .build();
    }
}
