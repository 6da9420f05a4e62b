package io.github.chimefake.internal.control.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import io.github.chimefake.state.ChimeState;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

class CallerRoutesTest {
    private final Served fake = Served.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void theCredentialsOfANewCallerSignUntilTheyAreExpiredRevokedOrReplaced() {
        Answer caller = fake.post("/v1/callers", "{'principal': 'role/chat', 'tags': {'tenant': 't1'}}")
                .has(201);
        String path = "/v1/callers/" + caller.text("id");
        fake.write("PUT", "/v1/credentials", "{'knownKeysOnly': true}").has(204);

        call(caller);
        fake.post(path + "/expire", "").has(200);
        assertFails(caller, "ExpiredTokenException");
        Answer rotated = fake.post(path + "/rotate", "").has(200);
        assertFails(caller, "UnrecognizedClientException");
        call(rotated);
        fake.post(path + "/revoke", "").has(200);
        assertFails(rotated, "UnrecognizedClientException");
        assertThat(fake.get(path).body()).contains("REVOKED", "\"tenant\": \"t1\"");
    }

    private void call(Answer credentials) {
        AwsCredentials keys = credentials.json().get("sessionToken").isPresent()
                ? AwsSessionCredentials.create(
                        credentials.text("accessKeyId"),
                        credentials.text("secretAccessKey"),
                        credentials.text("sessionToken"))
                : AwsBasicCredentials.create(credentials.text("accessKeyId"), credentials.text("secretAccessKey"));
        try (ChimeSdkMessagingClient client = fake.chime()
                .clients()
                .configure(ChimeSdkMessagingClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .build()) {
            client.listChannels(
                    request -> request.appInstanceArn(fake.chime().appInstance().arn())
                            .chimeBearer(fake.chime().user("alice").arn()));
        }
    }

    private void assertFails(Answer credentials, String code) {
        assertThatThrownBy(() -> call(credentials))
                .isInstanceOfSatisfying(
                        ChimeSdkMessagingException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    @Test
    void secretsAreOnlyInTheResponsesThatCreateThem() {
        Answer caller = fake.post("/v1/callers", "{'principal': 'assumed-role/chat', 'sessionName': 'web'}")
                .has(201);
        String secret = caller.text("secretAccessKey");

        assertThat(fake.get("/v1/callers").body())
                .contains(caller.text("accessKeyId"))
                .doesNotContain(secret);
        assertThat(fake.get("/v1/callers/" + caller.text("id")).body()).doesNotContain(secret);
        assertThat(fake.get("/v1/state").body()).doesNotContain(secret);
        assertThat(caller.text("principalArn")).endsWith("assumed-role/chat/web");
    }

    @Test
    void aCallerIsChangedAndFoundByItsPrincipal() {
        fake.post("/v1/callers", "{'principal': 'user/build'}").has(201);

        Answer changed = fake.write(
                        "PATCH",
                        "/v1/callers/user%2Fbuild",
                        "{'sourceIp': '203.0.113.7', 'contextKeys': {'aws:PrincipalOrgID': ['o-1']}, 'expiresIn': 'PT15M'}")
                .has(200);

        fake.write("PATCH", "/v1/callers/user%2Ftest", "{'sourceIp': '2001:db8::7'}")
                .has(200);
        assertThat(changed.body()).contains("203.0.113.7", "o-1", "expiration");
        fake.get("/v1/callers/user%2Ftest").has(200);
        fake.get("/v1/callers/user%2Fnobody").has(404);
    }

    @Test
    void whatIsNotValidMakesNoCaller() {
        ChimeState before = fake.chime().state();

        fake.post("/v1/callers", "{'principal': 'chat'}").names("$.principal");
        fake.post("/v1/callers", "{'principal': 'user/a', 'sessionName': 'web'}")
                .names("$.sessionName");
        fake.post("/v1/callers", "{'principal': 'user/a', 'expiresIn': 'PT0S'}").names("$.expiresIn");
        fake.post("/v1/callers", "{'principal': 'user/a', 'tags': {'a b': 1}}").names("$.tags['a b']");
        fake.post("/v1/callers", "{'principal': 'user/a', 'tags': {'': 'x'}}").names("$.tags['']");
        fake.post("/v1/callers", "{'principal': 'user/a', 'tags': {'AWS:x': 'x'}}")
                .names("$.tags['AWS:x']");
        fake.post("/v1/callers", "{'principal': 'user/a', 'sourceIp': 'garbage'}")
                .names("$.sourceIp");
        fake.post("/v1/callers", "{'principal': 'user/a', 'contextKeys': {'garbage': []}}")
                .names("$.contextKeys.garbage");
        fake.write("PATCH", "/v1/callers/user%2Ftest", "{'tags': {'tenant': 't1'}, 'sourceIp': '1.2.3.256'}")
                .names("$.sourceIp");

        assertThat(fake.chime().state()).isEqualTo(before);
    }

    @Test
    void tokensOfIdentityProvidersAreExchangedForCredentialsOfTheirRole() throws Exception {
        fake.post("/v1/web-identities", "{'token': 'token-of-the-pod', 'role': 'role/pod'}")
                .has(204);
        fake.post("/v1/web-identities", "{'token': ' ', 'role': 'role/pod'}").names("$.token");
        fake.post("/v1/web-identities", "{'token': 't', 'role': 'user/pod'}").names("$.role");

        assertThat(assume("token-of-the-pod")).contains("assumed-role/pod/web", "<SessionToken>");
        assertThat(assume("t")).contains("<Code>InvalidIdentityToken</Code>");
    }

    private String assume(String token) throws Exception {
        String form = "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=web"
                + "&RoleArn=arn:aws:iam::111122223333:role/pod&WebIdentityToken=" + token;
        HttpRequest request = HttpRequest.newBuilder(fake.chime().endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
