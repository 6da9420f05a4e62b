package io.github.chimefake.examples.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.iam.PolicyTemplate.policy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.examples.chat.ChatMessage;
import io.github.chimefake.examples.chat.ChatRefusal;
import io.github.chimefake.examples.chat.ChatResult;
import io.github.chimefake.examples.chat.ChatResult.Done;
import io.github.chimefake.examples.chat.ChatService;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.quotas.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** The rungs of the README's ladder. Each stands there word for word. */
@ChimeMessagingFake
class LadderTest {
    private final ChimeMessagingServer chime;
    private final ChatService chat;

    LadderTest(ChimeMessagingServer chime) {
        this.chime = chime;
        this.chat = new ChatService(chime.client());
    }

    @TempDir
    private Path directory;

    private ChatResult<String> post(ChimeUser author, ChimeChannel channel) {
        return chat.post(author.arn(), channel.arn(), "hello");
    }

    private static void assertRefused(ChatResult<?> result, String errorCode) {
        assertThat(result.refusal()).map(ChatRefusal::errorCode).contains(errorCode);
    }

    @Test
    void peopleAndChannels() {
        ChimeUser alice = chime.user("alice");
        ChimeUser bob = chime.appInstance().user("bob", "Bob the Builder");
        ChimeUser helper = chime.appInstance().bot("helper");
        ChimeUser root = chime.appInstance().admin("root");
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        ChimeChannel general = chime.channel("general").members(alice, bob).create();
        ChimeChannel club = chime.channel("club")
                .privacy(ChannelPrivacy.PRIVATE)
                .members(alice, helper)
                .moderators(alice)
                .hiddenMembers(bob)
                .create();

        assertThat(post(helper, club)).isInstanceOf(Done.class);
        assertRefused(post(bob, club), "ForbiddenException");
        assertRefused(post(root, general), "ForbiddenException");
        assertRefused(post(ghost, general), "UnauthorizedClientException");
    }

    @Test
    void signUp() {
        String carol = chime.appInstance().unregistered("carol").arn();
        ChimeChannel general = chime.channel("general").create();

        // Whom nobody registered is refused; whom the code under test registers is not, from the next call on.
        ChimeSdkIdentityClient identity = chime.clients().identityClient();
        chat.post(carol, general.arn(), "hello"); // UnauthorizedClientException, 401
        identity.createAppInstanceUser(
                request -> request.appInstanceArn(chime.appInstance().arn())
                        .appInstanceUserId("carol")
                        .name("Carol"));
        // The next sign-up fails; or it succeeds, but the new user is not known everywhere at once.
        chime.faults().on(CREATE_APP_INSTANCE_USER).once().fail(FORBIDDEN);
        chime.directory().newUsersValidAfter(Duration.ofSeconds(5));

        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).withError(UNAUTHORIZED_CLIENT);
        assertThat(chime.user("carol").name()).isEqualTo("Carol");
    }

    @Test
    void rules() {
        ChimeUser alice = chime.user("alice");
        ChimeUser bob = chime.user("bob");
        ChimeChannel general = chime.channel("general").members(alice, bob).create();
        ChimeChannel club = chime.channel("club").members(alice, bob).create();

        // Alice may not send: UnauthorizedClientException, 401.
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        // Except in one channel: of the rules that match a call, the latest wins.
        chime.permissions().by(alice).inChannel(club).allow(SEND_CHANNEL_MESSAGE);
        // Nobody may list channels, and another error says so.
        chime.permissions().on(LIST_CHANNELS).deny(FORBIDDEN);
        // Bob may do nothing at all, for the length of a block.
        try (Registration banned = chime.permissions().by(bob).deny()) {
            chat.post(bob.arn(), club.arn(), "hello");
            assertThat(banned.timesApplied()).isOne();
        }

        assertThat(post(bob, club)).isInstanceOf(Done.class);
        assertRefused(post(alice, general), "UnauthorizedClientException");
        assertThat(post(alice, club)).isInstanceOf(Done.class);
    }

    @Test
    void faults() {
        ChimeUser alice = chime.user("alice");
        ChimeUser bob = chime.user("bob");
        ChimeChannel general = chime.channel("general").members(alice, bob).create();

        // The next call fails.
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(UNAUTHORIZED_CLIENT);
        // The next two calls fail, with words of your own.
        chime.faults().on(DELETE_CHANNEL_MESSAGE).calls(2).fail(FORBIDDEN, "not on a Sunday");
        // The first two attempts of one call fail, so the SDK's own retry succeeds.
        chime.faults().on(LIST_CHANNEL_MESSAGES).once().attempts(2).fail(THROTTLED_CLIENT);
        // Bob's third message is stored, but its answer is lost; the SDK sends it again.
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(bob).nthCall(3).attempts(1).loseResponse();
        // The service never hears of the call, or answers it late.
        chime.faults().on(LIST_CHANNELS).once().attempts(1).loseRequest();
        chime.faults().on(DESCRIBE_CHANNEL).inChannel(general).delay(Duration.ofMillis(200));

        assertRefused(post(alice, general), "UnauthorizedClientException");
        assertRefused(chat.delete(alice.arn(), general.arn(), "any"), "ForbiddenException");
        for (int message = 1; message <= 3; message++) {
            assertThat(post(bob, general)).isInstanceOf(Done.class);
        }
        assertThat(chat.history(alice.arn(), general.arn()))
                .extracting(ChatMessage::author)
                .containsExactly(bob.arn(), bob.arn(), bob.arn());
        assertThat(chime.client()
                        .listChannels(request -> request.appInstanceArn(
                                        chime.appInstance().arn())
                                .chimeBearer(alice.arn()))
                        .channels())
                .hasSize(1);
    }

    @Test
    void ratesAndStaleReads() {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();

        // The documented quotas: ThrottledClientException, 429, for whoever calls too often.
        chime.rates().enforce();
        chime.rates().on(SEND_CHANNEL_MESSAGE).perChannel(2);
        // The next read after each write misses it.
        chime.consistency().on(LIST_CHANNEL_MESSAGES).staleReads(1);

        assertThat(post(alice, general)).isInstanceOf(Done.class);
        assertThat(chat.history(alice.arn(), general.arn())).isEmpty();
        assertThat(chat.history(alice.arn(), general.arn())).hasSize(1);
    }

    @Test
    void assertions() {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        post(alice, general);

        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(alice).inChannel(general);
        assertThat(chime).denied().withError(UNAUTHORIZED_CLIENT).because("A rule of this test");
        assertThat(chime).failed(SEND_CHANNEL_MESSAGE).times(1); // any error; denied means 401 and 403
        assertThat(chime).neverDenied(LIST_CHANNEL_MESSAGES);
        assertThat(chime)
                .received(SendChannelMessageRequest.class)
                .by(alice)
                .times(1)
                .first()
                .returns("hello", SendChannelMessageRequest::content);
        assertThat(chime).neverReceived(DescribeChannelRequest.class);

        // Without AssertJ: the same journal, which also prints under a failed test.
        assertThat(chime.journal().failures()).hasSize(1);
        assertThat(chime.journal().requests(SendChannelMessageRequest.class)).hasSize(1);
    }

    @Test
    void policies() throws IOException {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        Path path = directory.resolve("chime-policy.json");

        // The policy that is deployed. From its first on, a caller may do what its policies allow, and no more.
        ChimeCaller backend = chime.caller("assumed-role/chat-backend");
        chime.permissions()
                .by(backend)
                .attach(policy("iam/chat-backend.json")
                        .replacing("${AppInstanceArn}", chime.appInstance().arn()));
        ChatService chat = new ChatService(chime.clients().signedBy(backend).client());
        chat.post(alice.arn(), general.arn(), "hello").orElseThrow();
        chat.delete(alice.arn(), general.arn(), "any");
        assertThat(chime).denied(DELETE_CHANNEL_MESSAGE).by(backend).withError(ACCESS_DENIED);
        assertThat(chime).denied(DELETE_CHANNEL_MESSAGE).because("no statement allows chime:DeleteChannelMessage");
        // The smallest policy that was needed so far.
        Files.writeString(
                path, chime.leastPrivilege().usedPermissions().by(backend).toJson());
        // Callers without a policy may do everything, unless a test wants it as on AWS.
        chime.permissions().requirePolicies(true);

        assertThat(path).content().contains("chime:SendChannelMessage").doesNotContain("Delete");
        assertRefused(this.chat.post(alice.arn(), general.arn(), "hello"), "AccessDeniedException");
    }

    @Test
    void credentials() {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();

        // Good for 15 minutes of the fake's time, then ExpiredTokenException, 403.
        ChimeCaller backend = chime.caller("assumed-role/chat-backend").expiresIn(Duration.ofMinutes(15));
        chime.clock().advance(Duration.ofMinutes(16));
        // Those of the injected client run out at once.
        chime.credentials().expireNow();

        post(alice, general);
        new ChatService(chime.clients().signedBy(backend).client()).post(alice.arn(), general.arn(), "hello");
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(backend).withError(EXPIRED_TOKEN);
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(chime.caller()).withError(EXPIRED_TOKEN);
    }

    @Test
    void theServiceItself() {
        // At most three members to a channel, then ResourceLimitExceededException.
        chime.quotas().set(Quota.MEMBERSHIPS_PER_CHANNEL, 3);
        // What the Lambda function of a channel flow would do.
        chime.flows()
                .processor(
                        "arn:aws:lambda:us-east-1:111122223333:function:profanity-filter",
                        event -> event.message().content().contains("damn") ? FlowVerdict.deny() : FlowVerdict.allow());
        // It runs after the response has left; this waits for it.
        chime.awaitBackgroundWork();
        // Every well-formed user counts as registered.
        chime.directory().open(true);

        post(chime.appInstance().unregistered("ghost"), chime.channel("general").create());
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).withError(FORBIDDEN);
    }

    @Test
    void anAnswerOfYourOwn() {
        ChimeUser alice = chime.user("alice");

        // A stub of your own wins over the fake.
        chime.unwrap(WireMockServer.class)
                .stubFor(get(urlPathEqualTo("/endpoints/messaging-session"))
                        .willReturn(aResponse().withBody("{\"Endpoint\": {\"Url\": \"sessions.example\"}}")));

        assertThat(chime.clients()
                        .speakingFor(alice)
                        .client()
                        .getMessagingSessionEndpoint(request -> {})
                        .endpoint()
                        .url())
                .isEqualTo("sessions.example");
    }

    @Test
    void withoutJUnit() {
        try (ChimeMessagingServer chime = ChimeMessagingServer.builder()
                .appInstance("arn:aws:chime:eu-central-1:111122223333:app-instance/sales")
                .users("alice", "bob")
                .start()) {
            ChatService chat = new ChatService(chime.client());
            ChimeChannel general =
                    chime.channel("general").members(chime.user("alice")).create();
            chat.post(chime.user("alice").arn(), general.arn(), "hello").orElseThrow();
            chime.reset(); // back to what the fake started with
        }
    }
}
