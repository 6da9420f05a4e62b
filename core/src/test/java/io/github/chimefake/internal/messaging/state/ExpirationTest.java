package io.github.chimefake.internal.messaging.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.messaging.ServiceFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationSettings;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsResponse;

/** Channels that delete themselves, by the service's clock. */
class ExpirationTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final String general = chime.create(chime.channel("general").withCreator(alice));

    @Test
    void aChannelIsGoneWhenItsDaysAreOver() {
        ExpirationSettings settings = settings(30, ExpirationCriterion.CREATED_TIMESTAMP);

        PutChannelExpirationSettingsResponse response =
                chime.call(put(settings, alice), PutChannelExpirationSettingsResponse.class);

        assertThat(response.expirationSettings()).isEqualTo(settings);
        assertThat(describe().map(Channel::expirationSettings)).contains(settings);
        chime.clock.advance(Duration.ofDays(30).minusMillis(1));
        assertThat(describe()).isPresent();
        chime.clock.advance(Duration.ofMillis(1));
        assertThat(describe()).isEmpty();
        assertThat(chime.error(chime.message(general, alice, "anybody?").build()))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void messagesPutItOffIfTheSettingsSaySo() {
        chime.call(put(settings(10, ExpirationCriterion.LAST_MESSAGE_TIMESTAMP), alice));
        chime.clock.advance(Duration.ofDays(9));
        chime.send(general, alice, "still here");
        chime.clock.advance(Duration.ofDays(9));
        assertThat(describe()).isPresent();
        chime.clock.advance(Duration.ofDays(1));
        assertThat(describe()).isEmpty();
    }

    @Test
    void settingsCanBeChangedAndTakenBack() {
        chime.call(put(settings(1, ExpirationCriterion.CREATED_TIMESTAMP), alice));
        chime.call(put(settings(5, ExpirationCriterion.CREATED_TIMESTAMP), alice));
        chime.clock.advance(Duration.ofDays(4));
        assertThat(describe()).isPresent();

        chime.call(put(null, alice));

        chime.clock.advance(Duration.ofDays(400));
        assertThat(describe().map(Channel::expirationSettings)).isEmpty();
        assertThat(describe()).isPresent();
    }

    @Test
    void settingsThatAreShorterThanTheAgeDeleteAtOnce() {
        chime.clock.advance(Duration.ofDays(3));

        chime.call(put(settings(2, ExpirationCriterion.CREATED_TIMESTAMP), alice));

        assertThat(describe()).isEmpty();
    }

    @Test
    void aChannelMayBeCreatedWithSettings() {
        String arn = chime.call(
                        CreateChannelRequest.builder()
                                .appInstanceArn(ServiceFixture.CHAT.toString())
                                .name("short-lived")
                                .expirationSettings(settings(1, ExpirationCriterion.CREATED_TIMESTAMP))
                                .clientRequestToken("t1")
                                .chimeBearer(alice.arn())
                                .build(),
                        CreateChannelResponse.class)
                .channelArn();
        chime.clock.advance(Duration.ofDays(1));

        assertThat(chime.outcome(chime.message(arn, alice, "hello").build())).contains(ChimeError.FORBIDDEN);
    }

    @Test
    void aDeletedChannelsSettingsDoNotReachItsSuccessor() {
        chime.call(put(settings(1, ExpirationCriterion.CREATED_TIMESTAMP), alice));
        chime.call(DeleteChannelRequest.builder()
                .channelArn(general)
                .chimeBearer(alice.arn())
                .build());
        chime.create(chime.channel("general").withCreator(alice));
        chime.clock.advance(Duration.ofDays(2));

        assertThat(describe()).isPresent();
    }

    @Test
    void withoutABearerNoRoleIsAsked() {
        assertThat(chime.outcome(put(settings(1, ExpirationCriterion.CREATED_TIMESTAMP), null)))
                .isEmpty();
        assertThat(chime.outcome(put(null, bob))).contains(ChimeError.FORBIDDEN);
        assertThat(chime.outcome(PutChannelExpirationSettingsRequest.builder()
                        .channelArn(general + "x")
                        .build()))
                .contains(ChimeError.FORBIDDEN);
    }

    private static ExpirationSettings settings(int days, ExpirationCriterion criterion) {
        return ExpirationSettings.builder()
                .expirationDays(days)
                .expirationCriterion(criterion)
                .build();
    }

    private PutChannelExpirationSettingsRequest put(ExpirationSettings settings, ChimeUser bearer) {
        return PutChannelExpirationSettingsRequest.builder()
                .channelArn(general)
                .expirationSettings(settings)
                .chimeBearer(bearer == null ? null : bearer.arn())
                .build();
    }

    private Optional<Channel> describe() {
        List<ChannelSummary> listed = chime.call(
                        ListChannelsRequest.builder()
                                .appInstanceArn(ServiceFixture.CHAT.toString())
                                .chimeBearer(bob.arn())
                                .build(),
                        ListChannelsResponse.class)
                .channels();
        DescribeChannelRequest describe = DescribeChannelRequest.builder()
                .channelArn(general)
                .chimeBearer(bob.arn())
                .build();
        if (listed.stream().noneMatch(channel -> channel.channelArn().equals(general))) {
            assertThat(chime.error(describe)).isEqualTo(ChimeError.FORBIDDEN);
            return Optional.empty();
        }
        return Optional.of(chime.call(describe, DescribeChannelResponse.class).channel());
    }
}
