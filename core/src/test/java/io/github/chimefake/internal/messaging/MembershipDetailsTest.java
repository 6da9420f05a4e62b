package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.AllowNotifications;
import software.amazon.awssdk.services.chimesdkmessaging.model.AppInstanceUserMembershipSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipPreferences;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMembershipPreferencesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMembershipPreferencesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsForAppInstanceUserResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.PushNotificationPreferences;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelMembershipPreferencesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelMembershipPreferencesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerRequest;

/** What a member keeps for itself: how far it has read, and which notifications it wants. */
class MembershipDetailsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser admin = chime.admin("admin");
    private final String general = chime.channelOf(alice, bob);

    @Test
    void aReadMarkerShowsInTheMembershipsOfTheUser() {
        assertThat(summary(alice).readMarkerTimestamp()).isNull();
        chime.clock.advance(Duration.ofSeconds(3));

        chime.call(UpdateChannelReadMarkerRequest.builder()
                .channelArn(general)
                .chimeBearer(alice.arn())
                .build());

        assertThat(summary(alice).readMarkerTimestamp()).isEqualTo(ServiceFixture.START.plusSeconds(3));
        assertThat(summary(bob).readMarkerTimestamp()).isNull();
    }

    @Test
    void preferencesAreKeptPerMember() {
        ChannelMembershipPreferences filtered =
                preferences(AllowNotifications.FILTERED, "{\"CHIME.mentions\":[\"" + alice.arn() + "\"]}");

        PutChannelMembershipPreferencesResponse response =
                chime.call(put(alice, filtered), PutChannelMembershipPreferencesResponse.class);

        assertThat(response.preferences()).isEqualTo(filtered);
        assertThat(response.member().arn()).isEqualTo(alice.arn());
        assertThat(get(alice)).isEqualTo(filtered);
        assertThat(get(bob)).isEqualTo(preferences(AllowNotifications.ALL, null));
    }

    @Test
    void nobodyElseLearnsOrSetsAMembersPreferences() {
        PutChannelMembershipPreferencesRequest foreign = put(alice, preferences(AllowNotifications.NONE, null));

        assertThat(Stream.of(bob, admin)
                        .map(other -> chime.error(
                                foreign.toBuilder().chimeBearer(other.arn()).build())))
                .containsOnly(ChimeError.FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void aFilterRuleMustKeepToItsLimits(AllowNotifications allowed, String rule) {
        assertThat(chime.error(put(alice, preferences(allowed, rule)))).isEqualTo(ChimeError.BAD_REQUEST);
    }

    static Stream<Object[]> brokenRules() {
        String values = String.join(
                ",",
                IntStream.range(0, 20).mapToObj(number -> "\"v" + number + "\"").toList());
        return Stream.of(
                new Object[] {AllowNotifications.FILTERED, null},
                new Object[] {AllowNotifications.FILTERED, "no json"},
                new Object[] {AllowNotifications.FILTERED, "[]"},
                new Object[] {AllowNotifications.ALL, "{\"a\":[" + values + "]}"},
                new Object[] {AllowNotifications.FILTERED, "{\"$or\":[{},{},{},{},{},{}]}"},
                new Object[] {AllowNotifications.FILTERED, "{\"a\":\"" + "x".repeat(2048) + "\"}"});
    }

    private AppInstanceUserMembershipSummary summary(ChimeUser user) {
        return chime.call(
                        ListChannelMembershipsForAppInstanceUserRequest.builder()
                                .chimeBearer(user.arn())
                                .build(),
                        ListChannelMembershipsForAppInstanceUserResponse.class)
                .channelMemberships()
                .get(0)
                .appInstanceUserMembershipSummary();
    }

    private static ChannelMembershipPreferences preferences(AllowNotifications allowed, String rule) {
        return ChannelMembershipPreferences.builder()
                .pushNotifications(PushNotificationPreferences.builder()
                        .allowNotifications(allowed)
                        .filterRule(rule)
                        .build())
                .build();
    }

    private PutChannelMembershipPreferencesRequest put(ChimeUser member, ChannelMembershipPreferences preferences) {
        return PutChannelMembershipPreferencesRequest.builder()
                .channelArn(general)
                .memberArn(member.arn())
                .preferences(preferences)
                .chimeBearer(member.arn())
                .build();
    }

    private ChannelMembershipPreferences get(ChimeUser member) {
        return chime.call(
                        GetChannelMembershipPreferencesRequest.builder()
                                .channelArn(general)
                                .memberArn(member.arn())
                                .chimeBearer(member.arn())
                                .build(),
                        GetChannelMembershipPreferencesResponse.class)
                .preferences();
    }
}
