package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.iam.PolicyKind.PERMISSIONS_BOUNDARY;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static io.github.chimefake.leastprivilege.ResourceScope.EXACT;
import static io.github.chimefake.permissions.PolicyMode.AUDIT;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.leastprivilege.LeastPrivilege.PermissionRecording;
import io.github.chimefake.leastprivilege.UsedPermissions.UnusedPermission;
import io.github.chimefake.permissions.AttachedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class IamPoliciesPageTest {
    private static final String REAL_APP_INSTANCE = "arn:aws:chime:eu-central-1:999988887777:app-instance/chat";
    private static final String POLICY = """
            {"Version": "2012-10-17",
             "Statement": {"Effect": "Allow", "Action": "chime:DescribeChannel", "Resource": "*"}}
            """;

    private final ChimeMessagingServer chime;
    private final ChimeCaller backend;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeChannel general;

    IamPoliciesPageTest(ChimeMessagingServer chime) {
        this.chime = chime;
        this.backend = chime.caller("assumed-role/chat-backend");
        this.client = chime.clients().signedBy(backend).client();
        this.alice = chime.user("alice");
        this.general = chime.channel("general").members(alice).create();
    }

    private void send(ChimeSdkMessagingClient sender) {
        sender.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    private void delete() {
        client.deleteChannelMessage(
                request -> request.channelArn(general.arn()).messageId("any").chimeBearer(alice.arn()));
    }

    @Test
    void deployedPolicy() {
        // The file that is deployed, from the class path, with the values that the deployment fills in.
        chime.permissions()
                .by(backend)
                .attach(policy("iam/chat-backend.json")
                        .replacing("${AppInstanceArn}", chime.appInstance().arn()));
        send(client);
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> delete());
        assertThat(chime)
                .denied(DELETE_CHANNEL_MESSAGE)
                .by(backend)
                .withError(ACCESS_DENIED)
                .because("no statement allows chime:DeleteChannelMessage");
    }

    @Test
    void otherKinds() {
        chime.permissions()
                .by(backend)
                .attach(policy("iam/chat-backend.json")
                        .replacing("${AppInstanceArn}", chime.appInstance().arn()));

        // A permissions boundary limits what the other policies grant; so do session and service control policies.
        chime.permissions()
                .by(backend)
                .attach(
                        PERMISSIONS_BOUNDARY,
                        policy(Path.of("src/test/resources/iam/boundary.json"))
                                .mapping(REAL_APP_INSTANCE, chime.appInstance().arn()));

        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> send(client));
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(backend).because("\"ReadOnly\"");
    }

    @Test
    void attachedPolicies() {
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
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> send(chime.client()));
        assertThat(chime)
                .denied(SEND_CHANNEL_MESSAGE)
                .by(chime.caller())
                .because("no statement allows chime:SendChannelMessage");
    }

    @Test
    void denialsOfPolicies() {
        chime.permissions().by(backend).attach("chat", POLICY);

        // The modeled 401 for what policies deny; the explanation says what AWS would have sent.
        chime.permissions().policyDenialError(UNAUTHORIZED_CLIENT);
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(client));
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).because("AWS would have sent AccessDeniedException");

        // Audit mode: calls that policies would deny are served, and the journal reports them.
        chime.permissions().policyMode(AUDIT);
        send(client);
        assertThat(chime).deniedInAuditMode(SEND_CHANNEL_MESSAGE).because("no statement allows");
        assertThat(chime.journal().auditModeDenials()).hasSize(1);
    }

    @Test
    void reasonsForAllowing() {
        // Why a call was allowed.
        send(client);
        RecordedCall last = chime.journal().calls().get(0);
        assertThat(last.authorization().orElseThrow()).contains("The caller has no policy");
    }

    @Test
    void leastPrivilege(@TempDir Path directory) throws IOException {
        ChimeCaller archive = chime.caller("assumed-role/chat-archive");
        chime.permissions().by(archive).attach("wide", """
                        {"Version": "2012-10-17",
                         "Statement": {"Effect": "Allow", "Action": ["chime:Send*", "chime:Delete*"], "Resource": "*"}}
                        """);
        send(chime.clients().signedBy(archive).client());

        // Of all callers, or of one; users and channels of the app instance, or each by its own ARN.
        Files.writeString(
                directory.resolve("chime-policy.json"),
                chime.leastPrivilege().usedPermissions().toJson());
        String smallest = chime.leastPrivilege()
                .usedPermissions()
                .by(archive)
                .generalizedTo(EXACT)
                .toJson();
        // What the attached policies grant and no call used.
        assertThat(chime.leastPrivilege().usedPermissions().by(archive).unused())
                .extracting(UnusedPermission::toString)
                .containsExactly("statement 0 of policy \"wide\" of arn:aws:iam::111122223333:role/chat-archive:"
                        + " chime:Delete* was never used");
        // Of a part of a test.
        try (PermissionRecording recording = chime.leastPrivilege().startRecording()) {
            send(client);
            assertThat(recording.usedPermissions().toJson()).contains("chime:SendChannelMessage");
        }

        assertThat(smallest).contains(general.arn(), alice.arn());
        assertThat(directory.resolve("chime-policy.json")).content().contains("/channel/*");
        chime.permissions().by(chime.caller()).attach("least", smallest);
        send(chime.client());
    }
}
