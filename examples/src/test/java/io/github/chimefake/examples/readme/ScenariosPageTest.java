package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.scenarios.Scenarios;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.SessionClose;
import io.github.chimefake.session.SessionClosedException;
import io.github.chimefake.session.SessionEvent;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipForAppInstanceUserSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class ScenariosPageTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    ScenariosPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(bob).moderators(bob).create();
    }

    private void send(ChimeUser author, String text) {
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(author.arn())
                .content(text)
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    private void add(ChimeUser member, ChimeUser bearer) {
        client.createChannelMembership(request -> request.channelArn(general.arn())
                .memberArn(member.arn())
                .type("DEFAULT")
                .chimeBearer(bearer.arn()));
    }

    private List<ChannelMembershipForAppInstanceUserSummary> memberships(ChimeUser user) {
        return client
                .listChannelMembershipsForAppInstanceUserPaginator(request -> request.appInstanceUserArn(user.arn())
                        .chimeBearer(user.arn())
                        .maxResults(40))
                .stream()
                .flatMap(page -> page.channelMemberships().stream())
                .toList();
    }

    /** For errors that the SDK has no class for. */
    private static void assertDenied(ThrowingCallable call, String errorCode, String message) {
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(call)
                .withMessageContaining(message)
                .matches(e -> e.statusCode() == 403)
                .matches(e -> e.awsErrorDetails().errorCode().equals(errorCode));
    }

    private static void assertEnds(MessagingSession session, int code) {
        SessionClose close = session.awaitClose(LIMIT);
        assertThat(close.code()).isEqualTo(code);
        assertThat(close.isReconnecting()).isFalse();
    }

    @Test
    void wrongArnAsUser() {
        ChimeUser wrong = Scenarios.wrongArnAsUser(chime);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> send(wrong, "hello"))
                .withMessageContaining(
                        "An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.");
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> add(wrong, bob))
                .withMessageContaining("An invalid app instance user ARN was supplied for the input parameter.");
    }

    @Test
    void userNeverRegistered() {
        Scenarios.userNeverRegistered(chime, alice);

        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(alice, "hello"));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> add(alice, bob));
    }

    @Test
    void selfJoinPrivateChannel() {
        Scenarios.selfJoinPrivateChannel(chime, alice, general);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> add(alice, alice))
                .withMessageContaining("You do not have sufficient access to perform this action");

        add(alice, bob); // a moderator
        send(alice, "hello");
    }

    @Test
    void creatorListsPrivateChannel() {
        ChimeChannel club = Scenarios.creatorListsPrivateChannel(chime, alice, "club");

        assertThat(client.listChannels(request -> request.appInstanceArn(
                                        chime.appInstance().arn())
                                .chimeBearer(alice.arn()))
                        .channels())
                .noneMatch(channel -> channel.channelArn().equals(club.arn()));
        assertThat(memberships(alice))
                .anyMatch(membership -> membership.channelSummary().channelArn().equals(club.arn()));
    }

    @Test
    void pagingUnsortedMemberships() {
        List<ChimeChannel> channels = Scenarios.pagingUnsortedMemberships(chime, alice, 41);

        // Page 1 has 40 channels without a message; the only conversation is on page 2.
        ChannelMembershipForAppInstanceUserSummary last = memberships(alice).get(40);
        assertThat(last.channelSummary().channelArn())
                .isEqualTo(channels.get(40).arn());
        assertThat(memberships(alice))
                .filteredOn(membership -> membership.channelSummary().lastMessageTimestamp() != null)
                .containsExactly(last);
    }

    @Test
    void accountNotEnabled() {
        try (Registration disabled = Scenarios.accountNotEnabled(chime)) {
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> send(bob, "hello"))
                    .withMessageContaining("Not authorized to call Chime SDK with Account Id 111122223333");
            assertThat(disabled.timesApplied()).isOne();
        }
        send(bob, "hello"); // The account is enabled.
    }

    @Test
    void subscriptionCheckFailed() {
        Scenarios.subscriptionCheckFailed(chime);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> send(bob, "hello"))
                .withMessageContaining("Subscription check failed");
    }

    @Test
    void awsAuthorizationFailed() {
        Scenarios.awsAuthorizationFailed(chime, chime.caller());

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> send(bob, "hello"))
                .withMessageContaining("AWS authorization failed");
    }

    @Test
    void sessionPolicyLacksAction() {
        Scenarios.sessionPolicyLacksAction(chime, chime.caller(), GET_MESSAGING_SESSION_ENDPOINT);

        assertDenied(
                () -> client.getMessagingSessionEndpoint(request -> {}),
                "AccessDeniedException",
                "because no session policy allows the chime:GetMessagingSessionEndpoint action");
        send(bob, "hello");
    }

    @Test
    void credentialsExpireWhileAsleep() {
        ChimeCaller browser = chime.caller("assumed-role/browser");
        ChimeSdkMessagingClient cached = chime.clients().signedBy(browser).client();
        Scenarios.credentialsExpireWhileAsleep(chime, browser);

        assertDenied(
                () -> cached.getMessagingSessionEndpoint(request -> {}),
                "ExpiredTokenException",
                "The security token included in the request is expired");

        try (ChimeSdkMessagingClient renewing = chime.clients()
                .configure(ChimeSdkMessagingClient.builder())
                .credentialsProvider(chime.credentials().provider(browser))
                .build()) {
            assertThat(renewing.getMessagingSessionEndpoint(request -> {}).endpoint())
                    .isNotNull();
        }
    }

    @Test
    void endpointOfOtherService() {
        Scenarios.endpointOfOtherService(chime, chime.caller(), "execute-api");

        assertDenied(
                () -> send(bob, "hello"),
                "InvalidSignatureException",
                "Credential should be scoped to correct service: 'execute-api'.");
    }

    @Test
    void nonAsciiContentSigned() {
        Scenarios.nonAsciiContentSigned(chime);

        assertDenied(
                () -> send(bob, "well done 👍"),
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided.");
        send(bob, "well done");
    }

    @Test
    void endpointResolutionFails() {
        Registration scenario = Scenarios.endpointResolutionFails(chime);
        assertThat(client.getMessagingSessionEndpoint(request -> {}).endpoint()).isNull();
        scenario.close();
        // Or with an error of your choice.
        Scenarios.endpointResolutionFails(chime, SERVICE_UNAVAILABLE);
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> client.getMessagingSessionEndpoint(request -> {}));
    }

    @Test
    void wrongArnOfASession() {
        ChimeUser wrong = Scenarios.wrongArnAsUser(chime);

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> chime.sessions().connect(wrong))
                .matches(e -> e.code() == 4401);
    }

    @Test
    void credentialsExpireUnderASession() {
        ChimeCaller browser = chime.caller("assumed-role/browser");
        ChimeSdkMessagingClient cached = chime.clients().signedBy(browser).client();
        MessagingSession session = chime.sessions()
                .connect(alice, settings -> settings.client(cached).reconnectWithin(Duration.ofMillis(1)));
        Scenarios.credentialsExpireWhileAsleep(chime, browser);

        assertThat(session.awaitClose(LIMIT).code()).isEqualTo(1006);
        assertEnds(session, 4999); // GetMessagingSessionEndpoint failed.
    }

    @Test
    void endpointResolutionFailsOnReconnect() {
        MessagingSession session =
                chime.sessions().connect(alice, settings -> settings.reconnectWithin(Duration.ofMillis(1)));
        Scenarios.endpointResolutionFails(chime);
        chime.sessions().drop(alice);

        assertThat(session.awaitClose(LIMIT).code()).isEqualTo(1006);
        assertEnds(session, 4999);
    }

    @Test
    void unsignedOrWronglySignedConnect() {
        Scenarios.unsignedOrWronglySignedConnect(chime, alice);
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> chime.sessions().connect(alice))
                .matches(e -> e.code() == 4401 && e.reason().equals("Unauthorized"));

        // Without the scenario, a wrong signature gets the same, and the journal says what is wrong with it.
        AwsCredentials wrong = AwsBasicCredentials.create(chime.caller().accessKeyId(), "a wrong secret");
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> chime.sessions()
                        .connect(
                                bob, settings -> settings.credentialsProvider(StaticCredentialsProvider.create(wrong))))
                .matches(e -> e.code() == 4401);
        assertThat(chime.journal().toString()).contains("is not signed with its secret");
    }

    @Test
    void unauthorizedMidSession() {
        MessagingSession session = chime.sessions().connect(alice);

        Scenarios.unauthorizedMidSession(chime, alice);

        assertEnds(session, 4401);
    }

    @Test
    void kicked() {
        MessagingSession session = chime.sessions().connect(alice);

        Scenarios.kicked(chime, alice);

        assertEnds(session, 4003);
    }

    @Test
    void flakyConnect() {
        Scenarios.flakyConnect(chime, alice, 1);

        MessagingSession session = chime.sessions().connect(alice);

        assertThat(session.closes()).extracting(SessionClose::code).containsExactly(4005);
        assertThat(session.isEstablished()).isTrue();
    }

    @Test
    void eventBeforeSessionEstablished() {
        chime.actor(bob).send(general, "early");
        MessagingEvent early = chime.events().of(CREATE_CHANNEL_MESSAGE).get(0);
        Scenarios.eventBeforeSessionEstablished(chime, bob, early);

        MessagingSession session = chime.sessions().connect(bob);

        assertThat(session.events())
                .extracting(SessionEvent::type)
                .containsExactly("CREATE_CHANNEL_MESSAGE", "SESSION_ESTABLISHED");
    }

    @Test
    void duplicateEndpointRegistration() {
        Scenarios.duplicateEndpointRegistration(chime, alice, "token-of-the-phone");
        ChimeSdkIdentityClient identity = chime.clients().identityClient();

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() ->
                        identity.registerAppInstanceUserEndpoint(request -> request.appInstanceUserArn(alice.arn())
                                .type("APNS")
                                .resourceArn("arn:aws:mobiletargeting:us-east-1:111122223333:apps/0123456789abcdef")
                                .endpointAttributes(attributes -> attributes.deviceToken("token-of-the-phone"))))
                .matches(e -> e.awsErrorDetails().errorMessage() == null);
        assertThat(identity.listAppInstanceUserEndpoints(request -> request.appInstanceUserArn(alice.arn()))
                        .appInstanceUserEndpoints())
                .hasSize(1);
    }

    @Test
    void wrongRegion() {
        Scenarios.wrongRegion(chime, "eu-central-1"); // The fake, as the client, is in us-east-1.
        ChimeSdkIdentityClient identity = chime.clients().identityClient();

        String created =
                identity.createAppInstance(request -> request.name("sales")).appInstanceArn();

        assertThat(created).startsWith("arn:aws:chime:eu-central-1:");
        assertThat(identity.listAppInstances(request -> {}).appInstances())
                .noneMatch(listed -> listed.appInstanceArn().equals(created));
    }

    @Test
    void hostOfAnotherRegion() {
        try (ChimeSdkMessagingClient misplaced = chime.clients()
                .configure(ChimeSdkMessagingClient.builder())
                .endpointOverride(URI.create("http://chime.eu-central-1.amazonaws.invalid"))
                .build()) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> misplaced.getMessagingSessionEndpoint(request -> {}))
                    .withRootCauseInstanceOf(UnknownHostException.class);
        }
    }

    @Test
    void clientOfAnotherRegion() {
        try (ChimeSdkMessagingClient misplaced = chime.clients()
                .configure(ChimeSdkMessagingClient.builder())
                .region(Region.AP_SOUTHEAST_2)
                .build()) {
            assertDenied(
                    () -> misplaced.getMessagingSessionEndpoint(request -> {}),
                    "InvalidSignatureException",
                    "Credential should be scoped to a valid Region, not ap-southeast-2");
        }
    }

    @Test
    void noBearer() {
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.describeChannel(request -> request.channelArn(general.arn())));
    }

    @Test
    void oneToOne() {
        ChimeChannel direct = chime.channel("alice and bob")
                .privacy(ChannelPrivacy.PRIVATE)
                .members(alice, bob)
                .create();
        assertThat(memberships(alice))
                .anyMatch(membership -> membership.channelSummary().channelArn().equals(direct.arn()));
    }

    @Test
    void slowCreation() {
        chime.faults().on(CREATE_CHANNEL).delay(Duration.ofMillis(200));
        assertThat(client.createChannel(request -> request.appInstanceArn(
                                        chime.appInstance().arn())
                                .name("late")
                                .chimeBearer(alice.arn()))
                        .channelArn())
                .isNotNull();
    }

    @Test
    void redactedByTheSdk() {
        send(bob, "hello");
        assertThat(client.listChannelMessages(
                                request -> request.channelArn(general.arn()).chimeBearer(bob.arn()))
                        .channelMessages()
                        .get(0))
                .matches(message -> message.content().equals("hello") && !message.redacted())
                .asString()
                .contains("*** Sensitive Data Redacted ***");
    }
}
