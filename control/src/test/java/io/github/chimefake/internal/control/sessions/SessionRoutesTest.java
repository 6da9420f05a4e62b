package io.github.chimefake.internal.control.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.SessionClosedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class SessionRoutesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Served fake = Served.start();
    private final ChimeUser alice = fake.chime().user("alice");
    private final ChimeUser bob = fake.chime().user("bob");

    @AfterEach
    void close() {
        fake.close();
    }

    private MessagingSession connect(ChimeUser user) {
        return fake.chime().sessions().connect(user, settings -> settings.noReconnection());
    }

    @Test
    void aSessionIsWaitedForShownAndClosed() {
        CompletableFuture<Answer> wait =
                CompletableFuture.supplyAsync(() -> fake.get("/v1/sessions/wait?user=alice&timeout=PT30S"));
        MessagingSession session = connect(alice);

        Answer found = wait.join().has(200);
        assertThat(found.text("satisfied")).isEqualTo("true");
        assertThat(found.body()).contains("session-1", alice.arn(), session.sessionId());
        Answer shown = fake.get("/v1/sessions/session-1").has(200);
        assertThat(shown.text("open")).isEqualTo("true");
        assertThat(shown.text("caller", "accessKeyId")).isNotEmpty();

        Answer closed = fake.post("/v1/sessions/session-1/close", "{'code': 4010, 'reason': 'enough'}")
                .has(200);

        assertThat(closed.text("open")).isEqualTo("false");
        assertThat(session.awaitClose(LIMIT).toString()).contains("4010", "enough");
        fake.get("/v1/sessions/session-1").has(404);
        assertThat(fake.get("/v1/sessions").text("sessions")).isEqualTo("[]");
        assertThat(fake.get("/v1/sessions/history?user=alice").body())
                .contains("\"closeCode\": 4010", "\"closeReason\": \"enough\"", "\"established\": true");
    }

    @Test
    void theSessionsOfAUserAreClosedTogether() {
        MessagingSession first = connect(alice);
        MessagingSession second = connect(bob);

        assertThat(fake.post("/v1/sessions/kick", "{'user': 'alice'}").has(200).text("closed"))
                .isEqualTo("1");
        assertThat(fake.post("/v1/sessions/drop", "{'user': 'bob'}").has(200).text("closed"))
                .isEqualTo("1");
        assertThat(fake.post("/v1/sessions/close", "{'user': 'bob', 'code': 1000}")
                        .has(200)
                        .text("closed"))
                .isEqualTo("0");

        assertThat(first.awaitClose(LIMIT).code()).isEqualTo(4003);
        assertThat(second.awaitClose(LIMIT).code()).isEqualTo(1006);
    }

    @Test
    void credentialsExpireUnderASession() {
        fake.write("PATCH", "/v1/sessions/settings", "{'closeCodes': {'CREDENTIALS_EXPIRED': 4011}}")
                .has(200);
        MessagingSession session = connect(alice);

        String id = fake.get("/v1/sessions").has(200).body().replaceAll("(?s).*\"id\": \"([^\"]+)\".*", "$1");
        fake.post("/v1/sessions/" + id + "/expire-credentials", "").has(200);

        assertThat(session.awaitClose(LIMIT).code()).isEqualTo(4011);
    }

    @Test
    void whatSessionsWereSentIsListedAndWaitedFor() {
        ChimeChannel general =
                fake.chime().channel("general").members(alice, bob).create();
        connect(alice);
        CompletableFuture<Answer> wait = CompletableFuture.supplyAsync(
                () -> fake.get("/v1/sessions/delivered/wait?type=CREATE_CHANNEL_MESSAGE&forUser=alice&timeout=PT30S"));

        fake.chime().actor(bob).send(general, "hello");

        assertThat(wait.join().has(200).body()).contains("\"Content\": \"hello\"", "\"index\": 2");
        assertThat(fake.get("/v1/sessions/delivered?inChannel=general").has(200).text("more"))
                .isEqualTo("false");
        assertThat(fake.get("/v1/sessions/delivered?limit=1").body())
                .contains("SESSION_ESTABLISHED", "\"more\": true")
                .doesNotContain("hello");
        assertThat(fake.get("/v1/sessions/delivered?forUser=bob").text("events"))
                .isEqualTo("[]");
        assertThat(fake.get("/v1/sessions/delivered/wait?forUser=bob&timeout=PT0S")
                        .text("text"))
                .contains("CREATE_CHANNEL_MESSAGE to alice");
    }

    @Test
    void aDeniedConnectIsInTheHistoryWithItsReason() {
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> fake.chime()
                        .sessions()
                        .connect(alice, settings -> settings.noReconnection().region(Region.EU_CENTRAL_1)));

        assertThat(fake.get("/v1/sessions/history/wait?denied=true&timeout=PT10S")
                        .has(200)
                        .body())
                .contains(
                        "\"satisfied\": true",
                        "\"deniedBy\": \"CREDENTIALS\"",
                        "\"explanation\": ",
                        "\"established\": false");
        assertThat(fake.get("/v1/sessions/history?denied=false").text("connects"))
                .isEqualTo("[]");
        assertThat(fake.get("/v1/sessions/wait?user=alice&timeout=PT0S").text("text"))
                .contains("denied by");
    }

    @Test
    void aWaitInVainSaysThatNothingConnected() {
        assertThat(fake.get("/v1/sessions/wait?timeout=PT0S").text("text")).contains("GetMessagingSessionEndpoint");
        assertThat(fake.get("/v1/sessions/delivered/wait?timeout=PT0S").text("satisfied"))
                .isEqualTo("false");
    }

    @Test
    void settingsChangeTogetherOrNotAtAll() {
        assertThat(fake.get("/v1/sessions/settings").text("closeCodes", "DENIED"))
                .isEqualTo("4401");

        Answer changed = fake.write(
                        "PATCH",
                        "/v1/sessions/settings",
                        "{'closeCodes': {'DENIED': 1006}, 'pingInterval': 'PT1S', 'endpoint': 'localhost:8443'}")
                .has(200);

        assertThat(changed.text("closeCodes", "DENIED")).isEqualTo("1006");
        assertThat(changed.text("closeCodes", "KICKED")).isEqualTo("4003");
        assertThat(changed.text("pingInterval")).isEqualTo("PT1S");
        assertThat(changed.text("endpoint")).isEqualTo("localhost:8443");
        fake.write("PATCH", "/v1/sessions/settings", "{'pingInterval': 'PT2S', 'endpoint': 'wss://a/b'}")
                .names("$.endpoint");
        assertThat(fake.get("/v1/sessions/settings").json()).isEqualTo(changed.json());
        fake.delete("/v1/sessions/settings").has(204);
        assertThat(fake.get("/v1/sessions/settings").body())
                .contains("\"DENIED\": 4401", "PT30S")
                .doesNotContain("8443");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | /v1/sessions/settings | {'closeCodes': {'DENIED': 2000}} | $.closeCodes.DENIED",
                "PATCH | /v1/sessions/settings | {'pingInterval': 'PT0.001S'} | $.pingInterval",
                "POST | /v1/sessions/close | {'user': 'alice', 'code': 1006} | $.code",
                "POST | /v1/sessions/close | {'user': 'alice'} | $.code",
                "POST | /v1/sessions/kick | {'user': 'a b'} | $.user"
            })
    void whatIsNotValidIsNamed(String method, String path, String body, String field) {
        fake.write(method, path, body).names(field);
    }

    @Test
    void aReasonThatIsTooLongIsNamed() {
        fake.post("/v1/sessions/close", "{'user': 'alice', 'code': 1000, 'reason': '" + "é".repeat(62) + "'}")
                .names("$.reason");
    }
}
