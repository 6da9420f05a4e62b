package io.github.chimefake.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Requests;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUser;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationSettings;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceUsersResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.ResourceLimitExceededException;
import software.amazon.awssdk.services.chimesdkidentity.model.Tag;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Users over the wire. */
class AppInstanceUsersTest {
    private static final ExpirationSettings TEN_DAYS = ExpirationSettings.builder()
            .expirationDays(10)
            .expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP)
            .build();

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final IdentityFixture fixture = new IdentityFixture(chime);
    private final ChimeSdkIdentityClient identity = fixture.identity;
    private final String appInstance = fixture.appInstance;

    @Test
    void aUserCreatedOverTheWireHasAPredictableArnAndIsDescribed() {
        chime.clock().freezeAt(Instant.parse("2026-03-04T05:06:07.089Z"));

        String arn = identity.createAppInstanceUser(fixture.user("alice", "Alice")
                        .metadata("{\"team\":\"blue\"}")
                        .build())
                .appInstanceUserArn();

        assertThat(arn).isEqualTo(appInstance + "/user/alice");
        assertThat(fixture.describe(arn))
                .returns(arn, AppInstanceUser::appInstanceUserArn)
                .returns("Alice", AppInstanceUser::name)
                .returns("{\"team\":\"blue\"}", AppInstanceUser::metadata)
                .returns(Instant.parse("2026-03-04T05:06:07.089Z"), AppInstanceUser::createdTimestamp)
                .returns(Instant.parse("2026-03-04T05:06:07.089Z"), AppInstanceUser::lastUpdatedTimestamp)
                .returns(null, AppInstanceUser::expirationSettings);
    }

    @Test
    void tagsOfANewUserAreListed() {
        String arn = identity.createAppInstanceUser(fixture.user("alice", "Alice")
                        .tags(Tag.builder().key("team").value("blue").build())
                        .build())
                .appInstanceUserArn();

        assertThat(identity.listTagsForResource(request -> request.resourceARN(arn))
                        .tags())
                .singleElement()
                .matches(tag -> tag.key().equals("team") && tag.value().equals("blue"));
    }

    @Test
    void whatTheJavaApiDoesToAUserIsDescribedOverTheWire() {
        Instant start = chime.clock().instant();
        ChimeUser alice = chime.appInstance().user("alice", "Alice");
        chime.clock().advance(Duration.ofHours(1));

        chime.appInstance().rename(alice, "Alice Liddell");

        assertThat(fixture.describe(alice.arn()))
                .returns("Alice Liddell", AppInstanceUser::name)
                .returns(null, AppInstanceUser::metadata)
                .returns(true, user -> !user.createdTimestamp().isAfter(start))
                .returns(
                        Duration.ofHours(1),
                        user -> Duration.between(user.createdTimestamp(), user.lastUpdatedTimestamp()));
    }

    @Test
    void whoeverNobodyCreatedIsForbidden() {
        String ghost = appInstance + "/user/ghost";

        assertForbidden(() -> fixture.describe(ghost));
        assertForbidden(() -> fixture.describe(chime.appInstance().bot("echo").arn()));
        assertForbidden(() -> identity.updateAppInstanceUser(
                request -> request.appInstanceUserArn(ghost).name("Ghost").metadata("")));
        assertForbidden(() -> identity.deleteAppInstanceUser(request -> request.appInstanceUserArn(ghost)));
        assertForbidden(
                () -> identity.putAppInstanceUserExpirationSettings(request -> request.appInstanceUserArn(ghost)));
        assertThat(chime.journal()
                        .failures()
                        .get(0)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .contains(ghost, "CreateAppInstanceUser");
        assertThat(chime.journal()
                        .failures()
                        .get(1)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .contains("is a bot, and this operation is only for users");
    }

    @Test
    void anUnknownAppInstanceIsForbidden() {
        String unknown = appInstance + "-ghost";

        assertForbidden(() -> identity.createAppInstanceUser(
                fixture.user("alice", "Alice").appInstanceArn(unknown).build()));
        assertForbidden(() -> identity.listAppInstanceUsers(request -> request.appInstanceArn(unknown)));
    }

    private static void assertForbidden(Runnable call) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(call::run);
    }

    @Test
    void creatingTheSameUserAgainChangesNothing() {
        ChimeUser alice = fixture.create("alice", "Alice");
        Instant created = fixture.describe(alice.arn()).createdTimestamp();
        chime.clock().advance(Duration.ofHours(1));

        String again = identity.createAppInstanceUser(fixture.user("alice", "Alice")
                        .clientRequestToken("another")
                        .build())
                .appInstanceUserArn();

        assertThat(again).isEqualTo(alice.arn());
        assertThat(fixture.describe(alice.arn()).createdTimestamp()).isEqualTo(created);
    }

    @Test
    void creatingAUserUnderAnotherNameIsAConflict() {
        ChimeUser alice = fixture.create("alice", "Alice");

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> createAgain("alice", "Bob"));
        assertThat(fixture.describe(alice.arn()).name()).isEqualTo("Alice");
    }

    @Test
    void creatingTheSameUserAgainIsAConflictWhereTheTestSaysSoUnlessItIsARetry() {
        chime.directory().repeatedCreationFails(true);
        ChimeUser alice = fixture.create("alice", "Alice");

        assertThat(fixture.create("alice", "Alice")).as("with the same token").isEqualTo(alice);
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> createAgain("alice", "Alice"));
        assertThat(chime.journal()
                        .failures()
                        .get(0)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .contains("repeatedCreationFails(true)");

        chime.directory().repeatedCreationFails(false);
        assertThatNoException().isThrownBy(() -> createAgain("alice", "Alice"));
    }

    private void createAgain(String id, String name) {
        identity.createAppInstanceUser(
                fixture.user(id, name).clientRequestToken("another").build());
    }

    @Test
    void oneTokenServesForSeveralUsers() {
        identity.createAppInstanceUser(
                fixture.user("alice", "Alice").clientRequestToken("1337").build());

        assertThat(identity.createAppInstanceUser(fixture.user("bob", "Bob")
                                .clientRequestToken("1337")
                                .build())
                        .appInstanceUserArn())
                .endsWith("/user/bob");
    }

    @Test
    void moreUsersThanTheQuotaAreRefused() {
        chime.quotas().set(Quota.APP_INSTANCE_USERS_PER_APP_INSTANCE, 1);
        chime.appInstance().bot("echo");
        fixture.create("alice", "Alice");

        assertThatExceptionOfType(ResourceLimitExceededException.class).isThrownBy(() -> fixture.create("bob", "Bob"));
    }

    @Test
    void anUpdateReplacesNameAndMetadata() {
        String arn = identity.createAppInstanceUser(
                        fixture.user("alice", "Alice").metadata("old").build())
                .appInstanceUserArn();
        Instant created = fixture.describe(arn).createdTimestamp();
        chime.clock().advance(Duration.ofHours(1));

        assertThat(identity.updateAppInstanceUser(request ->
                                request.appInstanceUserArn(arn).name("Alice L.").metadata(""))
                        .appInstanceUserArn())
                .isEqualTo(arn);

        assertThat(fixture.describe(arn))
                .returns("Alice L.", AppInstanceUser::name)
                .returns("", AppInstanceUser::metadata)
                .returns(created, AppInstanceUser::createdTimestamp)
                .returns(created.plus(Duration.ofHours(1)), AppInstanceUser::lastUpdatedTimestamp);
        assertThat(chime.user("alice")).isEqualTo(ChimeUser.of(arn, "Alice L."));
    }

    @Test
    void usersAreListedInPagesWithoutBotsAndUsersOfOthers() {
        List<String> ids = IntStream.range(0, 5).mapToObj(id -> "user-" + id).toList();
        ids.forEach(id -> fixture.create(id, id));
        chime.appInstance().bot("echo");
        chime.appInstance(appInstance + "-2").user("stranger");

        ListAppInstanceUsersResponse first = identity.listAppInstanceUsers(
                request -> request.appInstanceArn(appInstance).maxResults(2));

        assertThat(first.appInstanceArn()).isEqualTo(appInstance);
        assertThat(first.appInstanceUsers()).containsExactly(summary("user-0"), summary("user-1"));
        assertThat(
                        identity
                                .listAppInstanceUsersPaginator(request ->
                                        request.appInstanceArn(appInstance).maxResults(2))
                                .stream()
                                .flatMap(page -> page.appInstanceUsers().stream()))
                .extracting(AppInstanceUserSummary::name)
                .containsExactlyElementsOf(ids);
    }

    private AppInstanceUserSummary summary(String id) {
        return AppInstanceUserSummary.builder()
                .appInstanceUserArn(appInstance + "/user/" + id)
                .name(id)
                .build();
    }

    @Test
    void aTokenOfAnotherListIsABadRequest() {
        fixture.create("alice", "Alice");

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> identity.listAppInstanceUsers(
                        request -> request.appInstanceArn(appInstance).nextToken("bm90IG91cnM")));
    }

    @Test
    void aDeletedUserIsGoneAndItsIdFree() {
        ChimeUser alice = fixture.create("alice", "Alice");

        fixture.delete(alice);

        assertForbidden(() -> fixture.describe(alice.arn()));
        assertForbidden(() -> fixture.delete(alice));
        assertThat(fixture.create("alice", "Another Alice").arn()).isEqualTo(alice.arn());
        assertThat(fixture.describe(alice.arn()).name()).isEqualTo("Another Alice");
    }

    @Test
    void aUserIsDeletedWhenItsDaysSinceItsCreationAreOver() {
        String arn = identity.createAppInstanceUser(fixture.user("alice", "Alice")
                        .expirationSettings(TEN_DAYS)
                        .build())
                .appInstanceUserArn();
        assertThat(fixture.describe(arn).expirationSettings()).isEqualTo(TEN_DAYS);

        chime.clock().advance(Duration.ofDays(10).minusMillis(1));
        assertThatNoException().isThrownBy(() -> listChannels(ChimeUser.of(arn)));

        chime.clock().advance(Duration.ofMillis(1));
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> listChannels(ChimeUser.of(arn)));
        assertForbidden(() -> fixture.describe(arn));
        assertThat(chime.appInstance().unregistered("alice").arn()).isEqualTo(arn);
    }

    @Test
    void expirationCanBeSetPutOffAndTakenBack() {
        ChimeUser alice = chime.user("alice");
        assertThat(putExpiration(alice, TEN_DAYS)).isEqualTo(TEN_DAYS);
        ExpirationSettings later = TEN_DAYS.copy(settings -> settings.expirationDays(20));
        assertThat(putExpiration(alice, later)).isEqualTo(later);

        chime.clock().advance(Duration.ofDays(10));
        assertThat(fixture.describe(alice.arn()).expirationSettings()).isEqualTo(later);

        identity.putAppInstanceUserExpirationSettings(request -> request.appInstanceUserArn(alice.arn()));
        chime.clock().advance(Duration.ofDays(10));
        assertThat(fixture.describe(alice.arn()).expirationSettings()).isNull();
    }

    private ExpirationSettings putExpiration(ChimeUser user, ExpirationSettings settings) {
        return identity.putAppInstanceUserExpirationSettings(
                        request -> request.appInstanceUserArn(user.arn()).expirationSettings(settings))
                .expirationSettings();
    }

    @Test
    void aNewUserIsNoBearerBeforeItIsValid() {
        chime.directory().newUsersValidAfter(Duration.ofSeconds(2));
        ChimeUser alice = fixture.create("alice", "Alice");
        ChimeUser bob = chime.user("bob");

        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> listChannels(alice));
        assertThat(chime.journal()
                        .failures()
                        .get(0)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .contains("valid from", "newUsersValidAfter");
        assertThatNoException().isThrownBy(() -> listChannels(bob));

        chime.clock().advance(Duration.ofSeconds(2));
        assertThatNoException().isThrownBy(() -> listChannels(alice));
    }

    private void listChannels(ChimeUser bearer) {
        chime.clients().withoutRetries().client().listChannels(Requests.listChannels(bearer, appInstance));
    }

    @Test
    void anEarlyUserIsAMemberAllTheSame() {
        chime.directory().newUsersValidAfter(Duration.ofHours(1));
        ChimeUser alice = fixture.create("alice", "Alice");
        ChimeUser bob = chime.user("bob");
        ChimeChannel general = chime.channel("general").creator(bob).create();

        chime.client().createChannelMembership(Requests.addMember(bob, general, alice));

        assertThat(chime.client()
                        .listChannelMemberships(Requests.listMembers(bob, general))
                        .channelMemberships())
                .hasSize(2);
    }
}
