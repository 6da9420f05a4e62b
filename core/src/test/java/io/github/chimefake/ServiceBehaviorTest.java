package io.github.chimefake;

import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelModeratorSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.ResourceLimitExceededException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** What {@code chime.service()} and the app instance change, as a client meets it. */
class ServiceBehaviorTest {
    private static final String FILTER = "arn:aws:lambda:us-east-1:111122223333:function:profanity-filter";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser root = chime.appInstance().admin("root");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private void addBob() {
        client.createChannelMembership(request -> request.channelArn(general.arn())
                .memberArn(bob.arn())
                .type("DEFAULT")
                .chimeBearer(root.arn()));
    }

    @Test
    void aQuotaIsEnforcedUntilTheNextReset() {
        chime.snapshots().markBaseline();
        chime.quotas().set(Quota.MEMBERSHIPS_PER_CHANNEL, 1);

        assertThatExceptionOfType(ResourceLimitExceededException.class).isThrownBy(this::addBob);
        chime.reset();
        addBob();
    }

    @Test
    void aQuotaBelowNothingIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> chime.quotas().set(Quota.MEMBERSHIPS_PER_CHANNEL, -1))
                .withMessageContaining("at least 0");
    }

    private static String sessionEndpoint(ChimeMessagingServer fake) {
        return fake.client()
                .getMessagingSessionEndpoint(request -> {})
                .endpoint()
                .url();
    }

    @Test
    void messagingSessionsAreAtThePortOfTheFakesOwnServerIfTheTestSaysNothing() {
        ChimeMessagingServer copy = fakes.startCopy(chime);
        chime.reset();
        copy.reset();

        assertThat(sessionEndpoint(chime))
                .isEqualTo("127.0.0.1:" + chime.sessions().port());
        assertThat(sessionEndpoint(copy))
                .isEqualTo("127.0.0.1:" + copy.sessions().port());
    }

    @Test
    void messagingSessionsAreWhereTheTestSays() {
        chime.sessions().endpoint("localhost:8443");

        assertThat(client.getMessagingSessionEndpoint(request -> {}).endpoint().url())
                .isEqualTo("localhost:8443");
    }

    @Test
    void aFunctionOfTheTestProcessesTheMessagesOfAChannelFlow() {
        String flow = client.createChannelFlow(request -> request.appInstanceArn(
                                chime.appInstance().arn())
                        .name("filter")
                        .processors(Processor.builder()
                                .name("profanity")
                                .executionOrder(1)
                                .fallbackAction(FallbackAction.ABORT)
                                .configuration(configuration -> configuration.lambda(
                                        lambda -> lambda.resourceArn(FILTER).invocationType(InvocationType.ASYNC)))
                                .build()))
                .channelFlowArn();
        client.associateChannelFlow(request ->
                request.channelArn(general.arn()).channelFlowArn(flow).chimeBearer(root.arn()));
        chime.flows()
                .processor(
                        FILTER,
                        event -> event.message().content().contains("damn")
                                ? FlowVerdict.deny()
                                : FlowVerdict.change("bless"));

        client.sendChannelMessage(send(alice, general, "damn"));
        client.sendChannelMessage(send(alice, general, "hello"));
        chime.awaitBackgroundWork();

        assertThat(client.listChannelMessages(
                                request -> request.channelArn(general.arn()).chimeBearer(alice.arn()))
                        .channelMessages())
                .extracting(message -> message.content())
                .containsExactly("bless");
    }

    @Test
    void anOpenDirectoryTakesEveryUserForRegistered() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");

        chime.directory().open(true);

        assertThat(client.createChannel(request -> request.appInstanceArn(
                                        chime.appInstance().arn())
                                .name("haunted")
                                .chimeBearer(ghost.arn()))
                        .channelArn())
                .isNotEmpty();
    }

    @Test
    void aClosedDirectoryTakesNobodyForRegisteredAnyMore() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        chime.directory().open(true);

        chime.directory().open(false);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.listChannels(request ->
                        request.appInstanceArn(chime.appInstance().arn()).chimeBearer(ghost.arn())));
    }

    @Test
    void aRoleMayDoWhatTheTestSaysWhereNobodyKnows() {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(this::moderatorsAsAlice);

        chime.roles().mayCall(ChannelRole.MEMBER, Operation.LIST_CHANNEL_MODERATORS, true);

        assertThat(moderatorsAsAlice()).isEmpty();
    }

    private List<ChannelModeratorSummary> moderatorsAsAlice() {
        return client.listChannelModerators(
                        request -> request.channelArn(general.arn()).chimeBearer(alice.arn()))
                .channelModerators();
    }

    @Test
    void anOperationThatRolesInAChannelDoNotDecideAboutIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> chime.roles().mayCall(ChannelRole.MEMBER, Operation.CREATE_CHANNEL, false))
                .withMessageContaining(
                        "Roles in a channel do not decide about CreateChannel. Use one of [AssociateChannelFlow");
    }

    @Test
    void aDeletedUserIsUnknownAsABearer() {
        chime.appInstance().delete(alice);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aRenamedUserSendsUnderItsNewName() {
        chime.appInstance().rename(alice, "Alice Liddell");
        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(client.listChannelMessages(
                                request -> request.channelArn(general.arn()).chimeBearer(alice.arn()))
                        .channelMessages())
                .extracting(message -> message.sender().name())
                .containsExactly("Alice Liddell");
    }

    @Test
    void aDemotedAdministratorHasNoMoreRightsThanOthers() {
        chime.appInstance().demote(root);

        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(this::addBob);
    }
}
