package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChannelRole.MODERATOR;
import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.ChimeError.UNRECOGNIZED_CLIENT;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.OperationGroup.MODERATION;
import static io.github.chimefake.OperationGroup.READ;
import static io.github.chimefake.OperationGroup.WRITE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.iam.PolicyKind.PERMISSIONS_BOUNDARY;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static io.github.chimefake.leastprivilege.ResourceScope.EXACT;
import static io.github.chimefake.permissions.PolicyMode.AUDIT;
import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.Registration;
import io.github.chimefake.credentials.CallerCredentialsProvider;
import io.github.chimefake.examples.chat.ChatRefusal;
import io.github.chimefake.examples.chat.ChatResult;
import io.github.chimefake.examples.chat.ChatResult.Done;
import io.github.chimefake.examples.chat.ChatService;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.leastprivilege.LeastPrivilege.PermissionRecording;
import io.github.chimefake.leastprivilege.UsedPermissions.UnusedPermission;
import io.github.chimefake.permissions.AttachedPolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** What docs/permissions.md shows. Each block stands there word for word. */
@ChimeMessagingFake
class PermissionsPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private ChimeChannel general;

    PermissionsPageTest(ChimeMessagingServer chime) {
        this.chime = chime;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
    }

    @BeforeEach
    void openChannel() {
        general = chime.channel("general").members(alice, bob).moderators(bob).create();
    }

    private ChatResult<String> post(ChimeCaller caller) {
        return new ChatService(chime.clients().signedBy(caller).client()).post(alice.arn(), general.arn(), "hello");
    }

    private static void assertRefused(ChatResult<?> result, String errorCode) {
        assertThat(result.refusal()).map(ChatRefusal::errorCode).contains(errorCode);
    }

    @Test
    void callers() {
        // A principal, tags, a lifetime: temporary credentials with a session token.
        ChimeCaller backend = chime.caller("assumed-role/chat-backend")
                .sessionName("pod-7")
                .tag("tenant", "t1")
                .expiresIn(Duration.ofMinutes(15));
        // A user has long-term keys. Build clients with them, or take one.
        ChimeCaller build = chime.caller("user/build");
        ChatService chat = new ChatService(chime.clients().signedBy(build).client());

        assertThat(chat.post(alice.arn(), general.arn(), "hello")).isInstanceOf(Done.class);
        assertThat(post(backend)).isInstanceOf(Done.class);
    }

    @Test
    void credentials() {
        ChatService chat = new ChatService(chime.client());
        ChimeCaller backend = chime.caller("assumed-role/chat-backend").expiresIn(Duration.ofMinutes(15));
        ChimeCaller build = chime.caller("user/build");

        // The credentials of the injected client expire: ExpiredTokenException, 403, from the next call on.
        chime.credentials().expireNow();
        chat.post(alice.arn(), general.arn(), "hello");
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).withError(EXPIRED_TOKEN);

        // By the clock: the back end's are valid for 15 minutes.
        chime.clock().advance(Duration.ofMinutes(16));

        // The key of another caller was deleted, or replaced: UnrecognizedClientException, 403.
        chime.credentials().revoke(build);
        ChimeCaller renewed = chime.credentials().rotate(build);

        // Keys that the fake did not create are no longer accepted.
        chime.credentials().knownKeysOnly(true);

        assertRefused(post(backend), "ExpiredTokenException");
        assertRefused(post(build), "UnrecognizedClientException");
        assertThat(post(renewed)).isInstanceOf(Done.class);
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(build).withError(UNRECOGNIZED_CLIENT);
    }

    /** The code under test: keeps the credentials that it got, and takes others once they have expired. */
    private static final class RenewingChat {
        private final URI endpoint;
        private final AwsCredentialsProvider credentials;
        private ChatService chat;

        RenewingChat(URI endpoint, AwsCredentialsProvider credentials) {
            this.endpoint = endpoint;
            this.credentials = credentials;
            this.chat = connect(endpoint, credentials);
        }

        private static ChatService connect(URI endpoint, AwsCredentialsProvider credentials) {
            return new ChatService(ChimeSdkMessagingClient.builder()
                    .endpointOverride(endpoint)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(credentials.resolveCredentials()))
                    .build());
        }

        ChatResult<String> post(ChimeUser author, ChimeChannel channel) {
            ChatResult<String> result = chat.post(author.arn(), channel.arn(), "hello");
            if (result.refusal()
                    .filter(refusal -> refusal.errorCode().equals("ExpiredTokenException"))
                    .isEmpty()) {
                return result;
            }
            chat = connect(endpoint, credentials);
            return chat.post(author.arn(), channel.arn(), "hello");
        }
    }

    @Test
    void provider() {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend").expiresIn(Duration.ofMinutes(15));
        CallerCredentialsProvider provider = chime.credentials().provider(backend);
        RenewingChat chat = new RenewingChat(chime.endpoint(), provider);
        assertThat(chat.post(alice, general)).isInstanceOf(Done.class);

        chime.clock().advance(Duration.ofMinutes(16));

        assertThat(chat.post(alice, general)).isInstanceOf(Done.class);
        assertThat(chat.post(alice, general)).isInstanceOf(Done.class);
        assertThat(provider.timesRequested()).isEqualTo(2); // at the start, and once more
        assertThat(provider.timesRefreshed()).isOne();
    }

    @Test
    void rules() {
        // A group of operations, or all; the modeled 401, or another error.
        chime.permissions().by(alice).on(WRITE).deny();
        chime.permissions().by(alice).on(READ).deny(FORBIDDEN);
        chime.permissions().by(alice).allow();
        // Users with a role in the channel at the time of the call.
        chime.permissions().by(MODERATOR).on(MODERATION).deny();
        // Everything in one app instance.
        chime.permissions().inAppInstance(chime.appInstance().arn()).deny(LIST_CHANNELS);
        // What the request says, in the SDK's own type.
        chime.permissions()
                .matching(
                        SendChannelMessageRequest.class,
                        request -> request.content().contains("spam"))
                .deny();
        // The next call, the next three, or a block.
        chime.permissions().by(bob).once().deny(SEND_CHANNEL_MESSAGE);
        chime.permissions().calls(3).deny(LIST_CHANNELS);
        try (Registration muted = chime.permissions().deny(SEND_CHANNEL_MESSAGE)) {
            assertThat(muted.timesApplied()).isZero();
        }

        ChatService chat = new ChatService(chime.client());
        assertRefused(chat.post(alice.arn(), general.arn(), "buy spam"), "UnauthorizedClientException");
        assertRefused(chat.post(bob.arn(), general.arn(), "hello"), "UnauthorizedClientException");
        assertThat(chat.post(bob.arn(), general.arn(), "hello")).isInstanceOf(Done.class);
        assertThat(chat.post(alice.arn(), general.arn(), "hello")).isInstanceOf(Done.class);
    }

    private static final String POLICY = """
        {"Statement": {"Effect": "Allow", "Action": "chime:DescribeChannel", "Resource": "*"}}\
        """;

    @Test
    void policyDenials() {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend");
        chime.permissions().by(backend).attach("chat-backend", POLICY);
        ChatService chat = new ChatService(chime.clients().signedBy(backend).client());

        // The modeled 401 for what policies deny; the explanation says what AWS would have sent.
        chime.permissions().policyDenialError(UNAUTHORIZED_CLIENT);
        chat.post(alice.arn(), general.arn(), "hello");
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).because("AWS would have sent AccessDeniedException");

        // Audit mode: calls that policies would deny are served, and the journal reports them.
        chime.permissions().policyMode(AUDIT);
        chat.post(alice.arn(), general.arn(), "hello").orElseThrow();
        assertThat(chime.journal().auditModeDenials()).hasSize(1);
    }

    private static final String REAL_APP_INSTANCE = "arn:aws:chime:eu-central-1:999988887777:app-instance/chat";

    @Test
    void policiesOfTheProject() {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend");

        // The file that is deployed, from the class path, with what the deployment fills in.
        chime.permissions()
                .by(backend)
                .attach(policy("iam/chat-backend.json")
                        .replacing("${AppInstanceArn}", chime.appInstance().arn()));
        // A permissions boundary, a session policy, a service control policy: they limit what the others grant.
        chime.permissions()
                .by(backend)
                .attach(
                        PERMISSIONS_BOUNDARY,
                        policy(Path.of("src/test/resources/iam/boundary.json"))
                                .mapping(REAL_APP_INSTANCE, chime.appInstance().arn()));

        new ChatService(chime.clients().signedBy(backend).client()).post(alice.arn(), general.arn(), "hello");
        assertThat(chime)
                .denied(SEND_CHANNEL_MESSAGE)
                .by(backend)
                .withError(ACCESS_DENIED)
                .because("\"ReadOnly\"");
    }

    @Test
    void attachedPolicies() {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend");

        try (AttachedPolicy attached = chime.permissions().by(backend).attach("chat", POLICY)) {
            assertThat(attached.warnings()).isEmpty();
        } // detached
        chime.permissions().by(backend).attach("chat", POLICY);
        assertThat(chime.permissions().attachedPolicies()).hasSize(1);
    }

    @Test
    void requiredPolicies() {
        // As on AWS: a caller without a policy may do nothing. The ready clients have a caller, too.
        chime.permissions().requirePolicies(true);
        chime.permissions().by(chime.caller()).attach("chat", POLICY);
        new ChatService(chime.client()).post(alice.arn(), general.arn(), "hello");
        assertThat(chime)
                .denied(SEND_CHANNEL_MESSAGE)
                .by(chime.caller())
                .because("no statement allows chime:SendChannelMessage");
    }

    @Test
    void contextKeys() {
        ChimeCaller browser = chime.caller("assumed-role/browser")
                .contextKey("cognito-identity.amazonaws.com:sub", "us-east-1:0a1b")
                .contextKey("aws:PrincipalOrgID", "o-1234567890");
        chime.permissions().by(browser).attach("own", """
                {"Version": "2012-10-17",
                 "Statement": {"Effect": "Allow", "Action": "chime:*", "Resource": "*",
                  "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}}}}
                """);

        assertThat(post(browser)).isInstanceOf(Done.class);
    }

    @Test
    void explanations() {
        chime.permissions().requirePolicies(true);
        chime.permissions().policyMode(AUDIT);
        ChatService chat = new ChatService(chime.client());
        chat.post(alice.arn(), general.arn(), "hello");

        // Assertions about audit-mode denials take the same steps.
        assertThat(chime).deniedInAuditMode(SEND_CHANNEL_MESSAGE).because("no policy is attached");
        // Why a call was allowed.
        chime.permissions().requirePolicies(false);
        chat.post(alice.arn(), general.arn(), "again");
        RecordedCall last = chime.journal().calls().get(1);
        assertThat(last.authorization().orElseThrow()).contains("The caller has no policy");
    }

    @Test
    void leastPrivilege(@TempDir Path directory) throws IOException {
        ChimeCaller backend = chime.caller("assumed-role/chat-archive");
        chime.permissions().by(backend).attach("wide", """
                {"Version": "2012-10-17",
                 "Statement": {"Effect": "Allow", "Action": ["chime:Send*", "chime:Delete*"], "Resource": "*"}}
                """);
        ChatService chat = new ChatService(chime.clients().signedBy(backend).client());
        chat.post(alice.arn(), general.arn(), "hello").orElseThrow();

        // Of all callers, or of one; users and channels of the app instance, or each by its own ARN.
        Files.writeString(
                directory.resolve("chime-policy.json"),
                chime.leastPrivilege().usedPermissions().toJson());
        String policy = chime.leastPrivilege()
                .usedPermissions()
                .by(backend)
                .generalizedTo(EXACT)
                .toJson();
        // And what the attached policies grant and no call used.
        assertThat(chime.leastPrivilege().usedPermissions().by(backend).unused())
                .extracting(UnusedPermission::toString)
                .containsExactly("statement 0 of policy \"wide\" of arn:aws:iam::111122223333:role/chat-archive:"
                        + " chime:Delete* was never used");

        // Of a part of a test.
        try (PermissionRecording recording = chime.leastPrivilege().startRecording()) {
            chat.post(alice.arn(), general.arn(), "hello").orElseThrow();
            assertThat(recording.usedPermissions().toJson()).contains("chime:SendChannelMessage");
        }

        assertThat(policy).contains(general.arn(), alice.arn());
        assertThat(directory.resolve("chime-policy.json")).content().contains("/channel/*");
        chime.permissions().by(chime.caller()).attach("least", policy);
        new ChatService(chime.client())
                .post(alice.arn(), general.arn(), "hello")
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void thePageHasTheOperationsOfEachGroup(OperationGroup group) {
        String row = group.operations().stream()
                .map(Operation::awsName)
                .collect(joining(", ", "| `" + group + "` | ", " |"));

        assertThat(Documentation.text(Documentation.root().resolve("docs/permissions.md"))
                        .lines())
                .contains(row);
    }
}
