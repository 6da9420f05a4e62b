package io.github.chimefake.internal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Requests;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstance;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkidentity.model.ResourceLimitExceededException;
import software.amazon.awssdk.services.chimesdkidentity.model.Tag;

/** App instances over the wire, of a fake that starts without any. */
class AppInstancesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().withoutAppInstance());
    private final ChimeSdkIdentityClient identity = chime.clients().identityClient();

    private String create(String name) {
        return identity.createAppInstance(request -> request.name(name)).appInstanceArn();
    }

    private AppInstance describe(String arn) {
        return identity.describeAppInstance(request -> request.appInstanceArn(arn))
                .appInstance();
    }

    @Test
    void anAppInstanceIsCreatedWithAMadeUpIdAndDescribed() {
        chime.clock().freezeAt(Instant.parse("2026-03-04T05:06:07.089Z"));

        String arn = identity.createAppInstance(request -> request.name("Chat")
                        .metadata("v1")
                        .tags(Tag.builder().key("team").value("blue").build()))
                .appInstanceArn();

        assertThat(arn)
                .matches("arn:aws:chime:us-east-1:111122223333:app-instance/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(describe(arn))
                .returns(arn, AppInstance::appInstanceArn)
                .returns("Chat", AppInstance::name)
                .returns("v1", AppInstance::metadata)
                .returns(Instant.parse("2026-03-04T05:06:07.089Z"), AppInstance::createdTimestamp)
                .returns(Instant.parse("2026-03-04T05:06:07.089Z"), AppInstance::lastUpdatedTimestamp);
        assertThat(identity.listTagsForResource(request -> request.resourceARN(arn))
                        .tags())
                .singleElement()
                .returns("blue", tag -> tag.value());
    }

    @Test
    void anUpdateReplacesNameAndMetadata() {
        chime.clock().freeze();
        String arn = create("Chat");
        chime.clock().advance(Duration.ofHours(1));

        assertThat(identity.updateAppInstance(request ->
                                request.appInstanceArn(arn).name("Talk").metadata("v2"))
                        .appInstanceArn())
                .isEqualTo(arn);

        assertThat(describe(arn))
                .returns("Talk", AppInstance::name)
                .returns("v2", AppInstance::metadata)
                .returns(
                        Duration.ofHours(1),
                        updated -> Duration.between(updated.createdTimestamp(), updated.lastUpdatedTimestamp()));
    }

    @Test
    void twoAppInstancesMayHaveOneName() {
        assertThat(create("Chat")).isNotEqualTo(create("Chat"));
    }

    @Test
    void aTokenCreatesOneAppInstance() {
        String arn = createWithToken("Chat");

        assertThat(createWithToken("Chat")).isEqualTo(arn);
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> createWithToken("Talk"));
        assertThat(identity.listAppInstances(request -> {}).appInstances()).hasSize(1);
    }

    @Test
    void aTokenIsForgottenWithTheAppInstanceThatItCreated() {
        String deleted = createWithToken("Chat");
        identity.deleteAppInstance(request -> request.appInstanceArn(deleted));

        String arn = createWithToken("Chat");

        assertThat(arn).isNotEqualTo(deleted).isEqualTo(createWithToken("Chat"));
        assertThat(describe(arn).name()).isEqualTo("Chat");
    }

    private String createWithToken(String name) {
        return identity.createAppInstance(request -> request.name(name).clientRequestToken("token"))
                .appInstanceArn();
    }

    @Test
    void appInstancesAreListedInPagesWhoeverMadeThem() {
        String created = create("Chat");
        String seeded = chime.appInstance("arn:aws:chime:us-east-1:111122223333:app-instance/seeded")
                .arn();

        assertThat(identity.listAppInstancesPaginator(request -> request.maxResults(1)).stream()
                        .peek(page -> assertThat(page.appInstances()).hasSize(1))
                        .flatMap(page -> page.appInstances().stream())
                        .map(AppInstanceSummary::appInstanceArn))
                .containsExactlyInAnyOrder(created, seeded);
    }

    @Test
    void anUnknownAppInstanceIsForbidden() {
        String ghost = "arn:aws:chime:us-east-1:111122223333:app-instance/ghost";

        assertForbidden(() -> describe(ghost));
        assertForbidden(() -> identity.updateAppInstance(
                request -> request.appInstanceArn(ghost).name("Ghost").metadata("")));
        assertForbidden(() -> identity.deleteAppInstance(request -> request.appInstanceArn(ghost)));
        assertForbidden(() -> identity.listAppInstanceAdmins(request -> request.appInstanceArn(ghost)));
    }

    private static void assertForbidden(Runnable call) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(call::run);
    }

    @Test
    void moreAppInstancesThanTheQuotaAreRefused() {
        chime.quotas().set(Quota.APP_INSTANCES_PER_ACCOUNT, 1);
        create("Chat");

        assertThatExceptionOfType(ResourceLimitExceededException.class).isThrownBy(() -> create("Talk"));
    }

    @Test
    void withoutAnAppInstanceTheJavaApiSaysWhatToDo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> chime.user("alice"))
                .withMessageContaining("appInstance(arn)");
        assertThatIllegalStateException()
                .isThrownBy(() -> ChimeMessagingServer.builder()
                        .withoutAppInstance()
                        .users("alice")
                        .start())
                .withMessageContaining("[alice]");
    }

    @Test
    void theJavaApiOpensAnAppInstanceThatWasCreatedOverTheWire() {
        ChimeAppInstance chat = chime.appInstance(create("Chat"));
        ChimeUser alice = chat.user("alice");
        chat.channel("general").members(alice).create();

        assertThat(chime.client()
                        .listChannels(Requests.listChannels(alice, chat.arn()))
                        .channels())
                .hasSize(1);
        assertThat(describe(chat.arn()).name()).isEqualTo("Chat");
    }

    @Test
    void aResetGoesBackToNoAppInstanceAndMakesTheSameIdAgain() {
        String arn = create("Chat");

        chime.reset();

        ChimeSdkIdentityClient next = chime.clients().identityClient();
        assertThat(next.listAppInstances(request -> {}).appInstances()).isEmpty();
        assertThat(next.createAppInstance(request -> request.name("Chat")).appInstanceArn())
                .isEqualTo(arn);
    }

    @Test
    void aSnapshotAndACopyHoldWhatWasCreatedOverTheWire() {
        String arn = create("Chat");
        ServerSnapshot snapshot = chime.snapshots().take();
        identity.deleteAppInstance(request -> request.appInstanceArn(arn));

        chime.snapshots().restore(snapshot);
        chime.snapshots().markBaseline();

        ChimeMessagingServer copy = fakes.startCopy(chime);
        assertThatNoException()
                .isThrownBy(() -> copy.clients().identityClient().describeAppInstance(r -> r.appInstanceArn(arn)));
    }
}
