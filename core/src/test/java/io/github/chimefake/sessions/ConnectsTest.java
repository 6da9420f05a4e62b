package io.github.chimefake.sessions;

import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Layer;
import io.github.chimefake.Registration;
import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.rates.RateQuota;
import io.github.chimefake.testing.Fakes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4PresignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkidentity.model.Tag;

/** Who may open a session. What is denied gets its upgrade, and is then closed. */
class ConnectsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final String endpoint = SessionClient.endpoint(chime);

    private SessionClient connect(URI uri) {
        return fakes.closeAfterTest(SessionClient.connect(uri));
    }

    private SessionClient connect(Presigner connect) {
        return connect(connect.sign(endpoint, chime.caller().credentials()));
    }

    private void isAccepted(URI uri) throws InterruptedException {
        SessionClient client = connect(uri);
        assertThat(client.types(1)).containsExactly("SESSION_ESTABLISHED");
        client.sendClose();
        client.closeCode();
    }

    private RecordedSession isDenied(URI uri, Layer by) throws InterruptedException {
        SessionClient client = connect(uri);
        assertThat(client.closeCode()).isEqualTo(4401);
        assertThat(client.closeReason()).isEqualTo("Unauthorized");
        assertThat(client.types(0)).isEmpty();
        List<RecordedSession> history = chime.sessions().history();
        RecordedSession last = history.get(history.size() - 1);
        assertThat(last.deniedBy()).contains(by);
        assertThat(last.closeCode()).hasValue(4401);
        assertThat(chime.journal().toString())
                .contains(": closed with 4401 Unauthorized (" + by + ")")
                .doesNotContain(chime.caller().credentials().secretAccessKey());
        return last;
    }

    private URI signed(Presigner connect) {
        return connect.sign(endpoint, chime.caller().credentials());
    }

    @Test
    void aPresignedConnectIsAcceptedWhateverTheOrderAndTheFurtherParameters() throws InterruptedException {
        isAccepted(signed(Presigner.of(alice)));
        isAccepted(signed(Presigner.of(alice).expires(300).reversed()));
        isAccepted(signed(Presigner.of(alice)
                .with("X-Amzn-Version", "3.27.1")
                .with("X-Amzn-User-Agent", "Mozilla/5.0 (X11; Linux) ~ * Gecko/20 é")));
        ChimeCaller browser = chime.caller("assumed-role/browser");
        isAccepted(Presigner.of(alice).sign(endpoint, browser.credentials()));
        assertThat(chime.sessions().history())
                .allMatch(RecordedSession::isEstablished)
                .hasSize(4);
    }

    @Test
    @SuppressWarnings("deprecation") // The new signer is not in the lowest version of the SDK.
    void theSignerOfTheSdkIsAcceptedToo() throws InterruptedException {
        SdkHttpFullRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("http://" + endpoint + "/connect"))
                .appendRawQueryParameter("userArn", alice.arn())
                .appendRawQueryParameter("sessionId", "1")
                .build();
        URI presigned = Aws4Signer.create()
                .presign(
                        request,
                        Aws4PresignerParams.builder()
                                .awsCredentials(
                                        chime.caller("assumed-role/browser").credentials())
                                .signingName("chime")
                                .signingRegion(Region.US_EAST_1)
                                .expirationTime(Instant.now().plusSeconds(10))
                                .build())
                .getUri();

        isAccepted(URI.create(presigned.toString().replaceFirst("^http", "ws")));
    }

    @Test
    void whatIsNotSignedAsDocumentedIsDenied() throws InterruptedException {
        isDenied(Presigner.of(alice).unsigned(endpoint), Layer.CREDENTIALS);
        isDenied(signed(Presigner.of(alice).service("execute-api")), Layer.CREDENTIALS);
        isDenied(signed(Presigner.of(alice).signedAt(Instant.now().minusSeconds(15))), Layer.CREDENTIALS);
        isDenied(signed(Presigner.of(alice).expires(700_000)), Layer.CREDENTIALS);
        RecordedSession last = isDenied(URI.create(signed(Presigner.of(alice)) + "&late=unsigned"), Layer.CREDENTIALS);
        assertThat(last.explanation().orElseThrow()).contains("not signed with its secret");
        assertThat(last.userArn()).contains(alice.arn());
        assertThat(last.caller().orElseThrow().isSameAs(chime.caller())).isTrue();
    }

    @Test
    void theEncodingOfRfc3986AndThatOfJavaScriptAreAcceptedAndNoOther() throws InterruptedException {
        Presigner connect = Presigner.of(alice).with("X-Amzn-User-Agent", "Gecko/20 (it's *new*!)");
        isAccepted(signed(connect));
        isAccepted(signed(connect.encodedBy(text -> text.replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%2A", "*"))));

        RecordedSession bare = isDenied(signed(connect.encodedBy(text -> text.replace("%3A", ":"))), Layer.CREDENTIALS);
        assertThat(bare.explanation().orElseThrow()).startsWith("The query was signed as it was sent.");
        isDenied(signed(connect.encodedBy(text -> text.replace("%3A", "%3a"))), Layer.CREDENTIALS);
        isDenied(signed(connect.encodedBy(text -> text.replace("%20", "+"))), Layer.CREDENTIALS);
    }

    @Test
    void keysAreCheckedAsThoseOfCallsAre() throws InterruptedException {
        AwsBasicCredentials unknown = AwsBasicCredentials.create("AKIAUNKNOWN000000000", "any");
        isAccepted(Presigner.of(alice).sign(endpoint, unknown));
        chime.credentials().knownKeysOnly(true);
        isDenied(Presigner.of(alice).sign(endpoint, unknown), Layer.CREDENTIALS);
        ChimeCaller browser = chime.caller("assumed-role/browser").expiresIn(Duration.ofMinutes(15));
        chime.clock().advance(Duration.ofMinutes(16));
        RecordedSession expired =
                isDenied(Presigner.of(alice).sign(endpoint, browser.credentials()), Layer.CREDENTIALS);
        assertThat(expired.explanation().orElseThrow()).contains("expired at");
    }

    @Test
    void rulesAndPoliciesDecide() throws InterruptedException {
        chime.permissions().onConnect().by(alice).once().deny();
        isDenied(signed(Presigner.of(alice)), Layer.PERMISSION_RULE);
        chime.permissions().by(alice).deny(); // Of calls only.
        isAccepted(signed(Presigner.of(alice)));

        chime.permissions().by(chime.caller()).attach(policy("chat", """
                        {"Version": "2012-10-17", "Statement": [
                          {"Effect": "Allow", "Action": ["chime:GetMessagingSessionEndpoint"], "Resource": "*"},
                          {"Effect": "Allow", "Action": "chime:Connect", "Resource": "%s"}]}""".formatted(
                        chime.user("bob").arn())));
        RecordedSession denied = isDenied(signed(Presigner.of(alice)), Layer.IAM_POLICY);
        assertThat(denied.explanation().orElseThrow()).contains("chime:Connect");
        isAccepted(signed(Presigner.of(chime.user("bob"))));

        chime.permissions().policyMode(PolicyMode.AUDIT);
        isAccepted(signed(Presigner.of(alice)));
        assertThat(chime.journal().toString()).contains("audit mode; if enforced, policies would have denied it");
    }

    @Test
    void policiesSeeTheConditionKeysOfConnects() throws InterruptedException {
        chime.clients()
                .identityClient()
                .tagResource(request -> request.resourceARN(alice.arn())
                        .tags(Tag.builder().key("team").value("blue").build()));
        chime.permissions().by(chime.caller()).attach(policy("chat", """
                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "chime:Connect", "Resource": "*",
                          "Condition": {
                            "Bool": {"aws:SecureTransport": "true", "aws:ViaAWSService": "false"},
                            "IpAddress": {"aws:SourceIp": "127.0.0.1"},
                            "StringLike": {"aws:UserAgent": "Java*", "aws:PrincipalArn": "%s"},
                            "StringEquals": {"aws:ResourceTag/team": "blue"},
                            "Null": {"aws:RequestTag/team": "true", "aws:TagKeys": "true", "aws:referer": "true"}}}}""".formatted(
                        chime.caller().principalArn())));

        isAccepted(signed(Presigner.of(alice).with("X-Amzn-User-Agent", "Mozilla/5.0")));
        isDenied(signed(Presigner.of(chime.user("bob"))), Layer.IAM_POLICY); // He has no tag.
    }

    @Test
    void onlyUsersThatExistHaveSessions() throws InterruptedException {
        isDenied(signed(Presigner.of(ChimeUser.of(alice.arn() + "2"))), Layer.BEARER);
        isDenied(signed(Presigner.of(alice).with("userArn", chime.appInstance().arn())), Layer.BEARER);
        RecordedSession withoutArn = isDenied(signed(Presigner.of(alice).with("userArn", "6fd7")), Layer.BEARER);
        assertThat(withoutArn.explanation().orElseThrow()).contains("is \"6fd7\", which is not an ARN. Expected");
        isDenied(signed(Presigner.of(alice).with("userArn", chime.appInstance().arn() + "/bot/helper")), Layer.BEARER);
        RecordedSession last = isDenied(signed(Presigner.of(alice).with("userArn", "")), Layer.BEARER);
        assertThat(last.explanation().orElseThrow()).contains("no parameter userArn", "chime.user(…).arn()");
    }

    @Test
    void theQuotasOnConnectsApplyWhereTheyAreEnforced() throws InterruptedException {
        chime.clock().freeze();
        connect(Presigner.of(alice)).types(1);
        connect(Presigner.of(alice)).types(1);
        chime.rates().enforce();

        connect(Presigner.of(alice)).types(1);
        SessionClient second = connect(Presigner.of(alice));
        assertThat(second.closeReason()).isEqualTo("Too many connects");
        chime.clock().advance(Duration.ofSeconds(1));
        chime.rates().enforce(RateQuota.CONNECTIONS, 3);
        SessionClient fourth = connect(Presigner.of(alice));

        assertThat(fourth.closeReason()).isEqualTo("Too many connections");
        assertThat(chime.sessions().open(alice)).hasSize(3);
        assertThat(chime.journal().toString()).contains("has 3 connections, and may have 3");
    }

    @Test
    void aConnectAtTheEndpointOfCallsIsToldWhereToGo() {
        assertThat(SessionClient.refusedWith(
                        URI.create("ws://" + chime.endpoint().getAuthority() + "/connect?sessionId=1")))
                .isEqualTo(501);
        assertThat(chime.journal().toString()).contains("the response of GetMessagingSessionEndpoint");
        assertThat(SessionClient.refusedWith(URI.create("ws://" + endpoint + "/other")))
                .isEqualTo(404);
    }

    @Test
    void pagesOfOtherOriginsNeedTheCredentialsOfACaller() throws InterruptedException {
        URI unknown = Presigner.of(alice).sign(endpoint, AwsBasicCredentials.create("AKIAUNKNOWN000000000", "any"));
        SessionClient foreign = fakes.closeAfterTest(SessionClient.connect(unknown, "https://evil.example"));
        assertThat(foreign.closeCode()).isEqualTo(4401);
        assertThat(foreign.types(0)).isEmpty();
        fakes.closeAfterTest(SessionClient.connect(unknown, "http://localhost:3000"))
                .types(1);
        fakes.closeAfterTest(SessionClient.connect(signed(Presigner.of(alice)), "https://chat.example"))
                .types(1);

        assertThat(chime.sessions().open()).hasSize(2);
        assertThat(chime.sessions().history().get(0).explanation().orElseThrow())
                .startsWith("A page of https://evil.example connects without the credentials of a caller");
    }

    @Test
    void simultaneousConnectsGetNoMoreConnectionsThanTheQuota() {
        chime.rates().enforce(RateQuota.CONNECTIONS, 2);
        List<SessionClient> clients = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> connect(Presigner.of(alice).with("sessionId", "s" + i)))
                .toList();
        chime.sessions().awaitOpen(alice);

        assertThat(chime.sessions().history())
                .filteredOn(each -> each.deniedBy().isEmpty())
                .hasSize(2);
        chime.sessions().drop(alice);
        connect(Presigner.of(alice));
        chime.sessions().awaitOpen(alice);
        assertThat(clients).filteredOn(client -> client.closeCode() == 4401).hasSize(6);
    }

    @Test
    void aConnectOfAnEarlierTestIsLate() throws InterruptedException {
        URI earlier = signed(Presigner.of(alice)
                .signedAt(Instant.now().minusSeconds(3))
                .expires(300)
                .with("X-Amzn-Secret", "s"));
        isAccepted(earlier); // Nothing is late before the first reset.
        chime.reset();
        chime.user("alice");
        Registration unused = chime.faults().onConnect().close(4005);

        SessionClient late = connect(earlier);

        assertThat(late.closeCode()).isEqualTo(4002);
        assertThat(late.types(0)).isEmpty();
        assertThat(unused.timesApplied()).isZero();
        assertThat(chime.sessions().history()).isEmpty();
        assertThat(chime.journal().lateCalls()).hasSize(1);
        assertThat(chime.journal().toString())
                .contains("The connect belongs to a call that began before the fake was reset")
                .doesNotContain(earlier.getQuery().substring(earlier.getQuery().indexOf("X-Amz-Signature=") + 16));
    }

    @Test
    void aConnectThatIsSignedAfterAResetIsNotLateAndAnExpiredOneIsDenied() throws InterruptedException {
        chime.reset();
        ChimeUser again = chime.user("alice");

        isAccepted(signed(Presigner.of(again)));
        isDenied(signed(Presigner.of(again).signedAt(Instant.now().minusSeconds(60))), Layer.CREDENTIALS);
        assertThat(chime.journal().lateCalls()).isEmpty();
    }

    @Test
    void theEndpointCanBeSet() {
        chime.sessions().endpoint("chat.example:8443");
        assertThat(SessionClient.endpoint(chime)).isEqualTo("chat.example:8443");
        for (String invalid : List.of("h:99999", "h:0", "wss://h", "h/connect", "h:")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> chime.sessions().endpoint(invalid))
                    .withMessageContaining("a port of 1 to 65535");
        }
        chime.sessions().clear();
        assertThat(SessionClient.endpoint(chime)).isEqualTo(endpoint);
    }
}
