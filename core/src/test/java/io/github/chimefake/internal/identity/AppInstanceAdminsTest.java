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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceAdmin;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceAdminResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkidentity.model.Identity;
import software.amazon.awssdk.services.chimesdkidentity.model.ListAppInstanceAdminsResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.ResourceLimitExceededException;

/** Admins over the wire, and what messaging lets them do. */
class AppInstanceAdminsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final IdentityFixture fixture = new IdentityFixture(chime);
    private final ChimeSdkIdentityClient identity = fixture.identity;
    private final String appInstance = fixture.appInstance;
    private final ChimeUser alice = chime.appInstance().user("alice", "Alice");
    private final ChimeUser bob = chime.user("bob");

    @Test
    void anAdminIsDescribedSinceItsPromotion() {
        chime.clock().freezeAt(Instant.parse("2026-03-04T05:06:07.089Z"));

        CreateAppInstanceAdminResponse response = identity.createAppInstanceAdmin(
                request -> request.appInstanceArn(appInstance).appInstanceAdminArn(alice.arn()));
        chime.clock().advance(Duration.ofHours(1));

        Identity named = Identity.builder().arn(alice.arn()).name("Alice").build();
        assertThat(response)
                .returns(appInstance, CreateAppInstanceAdminResponse::appInstanceArn)
                .returns(named, CreateAppInstanceAdminResponse::appInstanceAdmin);
        assertThat(describe(alice))
                .returns(named, AppInstanceAdmin::admin)
                .returns(appInstance, AppInstanceAdmin::appInstanceArn)
                .returns(Instant.parse("2026-03-04T05:06:07.089Z"), AppInstanceAdmin::createdTimestamp);
    }

    private AppInstanceAdmin describe(ChimeUser user) {
        return identity.describeAppInstanceAdmin(
                        request -> request.appInstanceArn(appInstance).appInstanceAdminArn(user.arn()))
                .appInstanceAdmin();
    }

    @Test
    void promotionAndDemotionActOnMessagingAtOnce() {
        ChimeChannel general = chime.channel("general").members(bob).create();

        fixture.promote(alice);
        assertThatNoException().isThrownBy(() -> rename(alice, general));
        fixture.demote(alice);
        assertThatExceptionOfType(software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException.class)
                .isThrownBy(() -> rename(alice, general));
        assertThat(fixture.describe(alice.arn()).name())
                .as("the user itself stays")
                .isEqualTo("Alice");
    }

    private void rename(ChimeUser moderator, ChimeChannel channel) {
        chime.client().updateChannel(Requests.updateChannel(moderator, channel, "renamed"));
    }

    @Test
    void adminsOfTheJavaApiAndOfTheWireAreTheSame() {
        ChimeUser root = chime.appInstance().admin("root");
        ChimeUser echo = chime.appInstance().bot("echo");

        fixture.promote(echo);
        assertThat(fixture.admins()).containsExactly(echo.arn(), root.arn());

        chime.appInstance().demote(echo);
        fixture.demote(root);
        assertThat(fixture.admins()).isEmpty();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> describe(root));
    }

    @Test
    void adminsAreListedInPages() {
        fixture.promote(alice);
        fixture.promote(bob);

        ListAppInstanceAdminsResponse first = identity.listAppInstanceAdmins(
                request -> request.appInstanceArn(appInstance).maxResults(1));

        assertThat(first.appInstanceArn()).isEqualTo(appInstance);
        assertThat(first.appInstanceAdmins())
                .singleElement()
                .returns("Alice", summary -> summary.admin().name());
        assertThat(
                        identity
                                .listAppInstanceAdminsPaginator(request ->
                                        request.appInstanceArn(appInstance).maxResults(1))
                                .stream()
                                .flatMap(page -> page.appInstanceAdmins().stream())
                                .map(summary -> summary.admin().arn()))
                .containsExactly(alice.arn(), bob.arn());
    }

    @Test
    void promotingAnAdminIsAConflict() {
        fixture.promote(alice);

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> fixture.promote(alice));
    }

    @Test
    void onlyUsersAndBotsOfTheAppInstanceArePromoted() {
        ChimeUser stranger = chime.appInstance(appInstance + "-2").user("stranger");

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> fixture.promote(chime.appInstance().unregistered("ghost")));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> fixture.promote(stranger));
    }

    @Test
    void whoIsNoAdminIsForbidden() {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> describe(alice));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> fixture.demote(alice));
        assertThat(chime.journal()
                        .failures()
                        .get(0)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .contains(alice.arn() + " is not an admin of " + appInstance);
    }

    @Test
    void moreAdminsThanTheQuotaAreRefused() {
        chime.quotas().set(Quota.APP_INSTANCE_ADMINS_PER_APP_INSTANCE, 1);
        fixture.promote(alice);

        assertThatExceptionOfType(ResourceLimitExceededException.class).isThrownBy(() -> fixture.promote(bob));
    }

    @Test
    void aDeletedAdminIsNone() {
        fixture.promote(alice);

        fixture.delete(alice);

        assertThat(fixture.admins()).isEmpty();
        fixture.create("alice", "Alice");
        assertThat(fixture.admins()).isEmpty();
    }
}
