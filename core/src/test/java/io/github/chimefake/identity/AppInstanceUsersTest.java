package io.github.chimefake.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Requests;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.service.Quota;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUser;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkidentity.model.ResourceLimitExceededException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Users over the wire: what the identity API does to them, and what messaging sees of it. */
class AppInstanceUsersTest {
    private final ChimeMessagingServer chime = ChimeMessagingServer.start();
    private final ChimeSdkIdentityClient identity = chime.identity().client();
    private final String appInstance = chime.appInstance().arn();

    @AfterEach
    void stop() {
        chime.close();
    }

    private CreateAppInstanceUserRequest.Builder user(String id, String name) {
        return CreateAppInstanceUserRequest.builder()
                .appInstanceArn(appInstance)
                .appInstanceUserId(id)
                .name(name)
                .clientRequestToken("token-" + id);
    }

    private String create(String id, String name) {
        return identity.createAppInstanceUser(user(id, name).build()).appInstanceUserArn();
    }

    private AppInstanceUser describe(String arn) {
        return identity.describeAppInstanceUser(request -> request.appInstanceUserArn(arn))
                .appInstanceUser();
    }

    @Test
    void aUserCreatedOverTheWireHasAPredictableArnAndIsDescribed() {
        chime.clock().freezeAt(Instant.parse("2026-03-04T05:06:07.089Z"));

        String arn = identity.createAppInstanceUser(
                        user("alice", "Alice").metadata("{\"team\":\"blue\"}").build())
                .appInstanceUserArn();

        assertThat(arn).isEqualTo(appInstance + "/user/alice");
        assertThat(describe(arn))
                .returns(arn, AppInstanceUser::appInstanceUserArn)
                .returns("Alice", AppInstanceUser::name)
                .returns("{\"team\":\"blue\"}", AppInstanceUser::metadata)
                .returns(Instant.parse("2026-03-04T05:06:07.089Z"), AppInstanceUser::createdTimestamp)
                .returns(Instant.parse("2026-03-04T05:06:07.089Z"), AppInstanceUser::lastUpdatedTimestamp)
                .returns(null, AppInstanceUser::expirationSettings);
    }

    @Test
    void aUserOfTheJavaApiIsDescribedOverTheWire() {
        ChimeUser alice = chime.user("alice", "Alice Liddell");

        assertThat(describe(alice.arn()))
                .returns("Alice Liddell", AppInstanceUser::name)
                .returns(null, AppInstanceUser::metadata);
    }

    @Test
    void aUserThatNobodyCreatedIsForbidden() {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> describe(appInstance + "/user/ghost"));
        assertThat(chime.journal().refusals().get(0).refusal().orElseThrow().explanation())
                .contains(appInstance + "/user/ghost", "CreateAppInstanceUser");
    }

    @Test
    void creatingTheSameUserAgainChangesNothing() {
        String arn = create("alice", "Alice");
        Instant created = describe(arn).createdTimestamp();

        String again = identity.createAppInstanceUser(
                        user("alice", "Alice").clientRequestToken("another").build())
                .appInstanceUserArn();

        assertThat(again).isEqualTo(arn);
        assertThat(describe(arn).createdTimestamp()).isEqualTo(created);
    }

    @Test
    void creatingAUserUnderAnotherNameIsAConflict() {
        create("alice", "Alice");

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> identity.createAppInstanceUser(
                        user("alice", "Bob").clientRequestToken("another").build()));
        assertThat(describe(appInstance + "/user/alice").name()).isEqualTo("Alice");
    }

    @Test
    void creatingTheSameUserAgainIsAConflictWhereTheTestSaysSoUnlessItIsARetry() {
        chime.service().refuseRepeatedCreation();
        String arn = create("alice", "Alice");

        assertThat(create("alice", "Alice")).as("with the same token").isEqualTo(arn);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> identity.createAppInstanceUser(
                        user("alice", "Alice").clientRequestToken("another").build()));
    }

    @Test
    void oneTokenServesForSeveralUsers() {
        identity.createAppInstanceUser(
                user("alice", "Alice").clientRequestToken("1337").build());

        assertThat(identity.createAppInstanceUser(
                                user("bob", "Bob").clientRequestToken("1337").build())
                        .appInstanceUserArn())
                .endsWith("/user/bob");
    }

    @Test
    void noUserIsCreatedInAnUnknownAppInstance() {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> identity.createAppInstanceUser(user("alice", "Alice")
                        .appInstanceArn(appInstance + "-ghost")
                        .build()));
    }

    @Test
    void moreUsersThanTheQuotaAreRefused() {
        chime.service().quota(Quota.APP_INSTANCE_USERS_PER_APP_INSTANCE, 1);
        chime.bot("echo");
        create("alice", "Alice");

        assertThatExceptionOfType(ResourceLimitExceededException.class).isThrownBy(() -> create("bob", "Bob"));
    }

    @Test
    void aUserCreatedOverTheWireIsABearerInTheNextCall() {
        ChimeUser alice = ChimeUser.of(create("alice", "Alice"));

        String channel = chime.client()
                .createChannel(Requests.createChannel(alice, appInstance, "general"))
                .channelArn();

        assertThat(chime.client()
                        .describeChannel(request -> request.channelArn(channel).chimeBearer(alice.arn()))
                        .channel()
                        .createdBy()
                        .name())
                .isEqualTo("Alice");
    }

    @Test
    void aNewUserIsNoBearerBeforeItIsValid() {
        chime.clock().freeze();
        chime.service().newUsersValidAfter(Duration.ofSeconds(2));
        ChimeUser alice = ChimeUser.of(create("alice", "Alice"));
        ChimeUser bob = chime.user("bob");

        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> listChannels(alice));
        assertThat(chime.journal().refusals().get(0).refusal().orElseThrow().explanation())
                .contains("valid from", "newUsersValidAfter");
        assertThatNoException().isThrownBy(() -> listChannels(bob));

        chime.clock().advance(Duration.ofSeconds(2));
        assertThatNoException().isThrownBy(() -> listChannels(alice));
    }

    private void listChannels(ChimeUser bearer) {
        chime.clientWithoutRetries().listChannels(Requests.listChannels(bearer, appInstance));
    }

    @Test
    void anEarlyUserIsAMemberAllTheSame() {
        chime.service().newUsersValidAfter(Duration.ofHours(1));
        ChimeUser alice = ChimeUser.of(create("alice", "Alice"));
        ChimeUser bob = chime.user("bob");
        ChimeChannel general = chime.channel("general").creator(bob).create();

        chime.client().createChannelMembership(Requests.addMember(bob, general, alice));

        assertThat(chime.client()
                        .listChannelMemberships(Requests.listMembers(bob, general))
                        .channelMemberships())
                .hasSize(2);
    }
}
