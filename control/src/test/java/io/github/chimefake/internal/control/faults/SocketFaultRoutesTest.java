package io.github.chimefake.internal.control.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.SessionClosedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketFaultRoutesTest {
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
    void aFaultOnConnectsAppliesAndSaysHowOften() {
        Answer added = fake.post(
                        "/v1/connect-faults",
                        "{'by': {'user': 'alice'}, 'once': true, 'effect': {'type': 'close', 'code': 4005}}")
                .has(201);
        assertThat(added.header("Location")).contains("/v1/connect-faults/connect-fault-1");
        connect(bob);

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> connect(alice))
                .withMessageContaining("4005");
        connect(alice);

        Answer shown = fake.get("/v1/connect-faults/connect-fault-1").has(200);
        assertThat(shown.text("timesApplied")).isEqualTo("1");
        assertThat(shown.text("lasts")).isEqualTo("false");
        assertThat(shown.text("given", "effect", "code")).isEqualTo("4005");
        fake.delete("/v1/connect-faults/connect-fault-1").has(200);
        fake.get("/v1/connect-faults/connect-fault-1").has(404);
    }

    @Test
    void code1006EndsConnectionsWithoutACloseFrame() {
        fake.post("/v1/connect-faults", "{'once': true, 'effect': {'type': 'close', 'code': 1006}}")
                .has(201);
        fake.post("/v1/connect-faults", "{'once': true, 'effect': {'type': 'closeAfterEstablished', 'code': 1006}}")
                .has(201);
        fake.post("/v1/event-faults", "{'forUser': 'alice', 'effect': {'type': 'close', 'code': 1006}}")
                .has(201);
        ChimeChannel general =
                fake.chime().channel("general").members(alice, bob).create();

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> connect(alice))
                .satisfies(closed -> assertThat(closed.code()).isEqualTo(1006));
        assertThat(connect(bob).awaitClose(LIMIT).code()).isEqualTo(1006);
        MessagingSession session = connect(alice);
        fake.chime().actor(bob).send(general, "last");

        assertThat(session.awaitClose(LIMIT).code()).isEqualTo(1006);
        assertThat(session.events()).hasSize(2);
        assertThat(fake.get("/v1/event-faults/event-fault-1").has(200).text("timesApplied"))
                .isEqualTo("1");
    }

    @Test
    void heldEventsAreSentWhenTheyAreReleasedOrTheFaultIsRemoved() {
        ChimeChannel general =
                fake.chime().channel("general").members(alice, bob).create();
        MessagingSession session = connect(alice);
        String hold = "/v1/event-faults/"
                + fake.post(
                                "/v1/event-faults",
                                "{'types': ['CREATE_CHANNEL_MESSAGE'], 'forUser': 'alice', 'inChannel': 'general',"
                                        + " 'effect': {'type': 'hold'}}")
                        .has(201)
                        .text("id");
        fake.chime().actor(bob).send(general, "first");
        assertThat(fake.chime().sessions().delivered(alice)).hasSize(1);
        assertThat(fake.get(hold).text("held")).isEqualTo("1");

        assertThat(fake.post(hold + "/release", "").has(200).text("released")).isEqualTo("1");
        session.awaitEvent(event -> event.frame().contains("first"), LIMIT);

        fake.chime().actor(bob).send(general, "second");
        assertThat(fake.chime().sessions().delivered(alice)).hasSize(2);
        assertThat(fake.delete(hold).has(200).text("timesApplied")).isEqualTo("2");
        session.awaitEvent(event -> event.frame().contains("second"), LIMIT);
    }

    @Test
    void onlyAFaultThatHoldsEventsCanReleaseThem() {
        String drop = fake.post("/v1/event-faults", "{'effect': {'type': 'drop'}}")
                .has(201)
                .text("id");

        assertThat(fake.post("/v1/event-faults/" + drop + "/release", "")
                        .has(409)
                        .body())
                .contains("drop", "hold");
        fake.post("/v1/event-faults/event-fault-9/release", "").has(404);
    }

    @ParameterizedTest
    @CsvSource({"connect-faults,close", "event-faults,close"})
    void aResetKeepsTheFaultsOfTheBaselineWithTheirIds(String path, String effect) {
        String body = "{'once': true, 'effect': {'type': '" + effect + "', 'code': 1011}}";
        String kept = fake.post("/v1/" + path, body).has(201).text("id");
        fake.write("PUT", "/v1/baseline", "").has(204);
        String later = fake.post("/v1/" + path, body).has(201).text("id");
        fake.delete("/v1/" + path + "/" + kept).has(200);

        fake.post("/v1/reset", "").has(204);

        fake.get("/v1/" + path + "/" + kept).has(200);
        fake.get("/v1/" + path + "/" + later).has(404);
        fake.delete("/v1/" + path).has(204);
        assertThat(fake.get("/v1/" + path).text("faults")).isEqualTo("[]");
    }

    @Test
    void thoseWithoutEffectAreReported() {
        fake.post("/v1/connect-faults", "{'nthConnect': 3, 'effect': {'type': 'hang'}}")
                .has(201);
        fake.post("/v1/event-faults", "{'effect': {'type': 'duplicate'}}").has(201);

        assertThat(fake.get("/v1/unused-setup").has(200).body())
                .contains("POST /v1/connect-faults", "hang", "POST /v1/event-faults", "duplicate");
    }

    @Test
    void everyEffectAndScheduleIsAccepted() {
        List.of(
                        "'effect': {'type': 'respond', 'status': 503}, 'connects': 2",
                        "'effect': {'type': 'hang'}, 'fromConnect': 2",
                        "'effect': {'type': 'resetConnection'}, 'nthConnect': 2",
                        "'effect': {'type': 'closeAfterEstablished', 'code': 4401}",
                        "'effect': {'type': 'dropBeforeEstablished'}",
                        "'effect': {'type': 'dropAfterEstablished'}",
                        "'effect': {'type': 'sendBeforeEstablished', 'event': 'CREATE_CHANNEL_MESSAGE', 'payload': {}}")
                .forEach(body ->
                        fake.post("/v1/connect-faults", "{" + body + "}").has(201));
        List.of(
                        "'effect': {'type': 'delay', 'duration': 'PT1S'}, 'events': 2",
                        "'effect': {'type': 'reorder'}, 'nthEvent': 2",
                        "'effect': {'type': 'truncate'}, 'fromEvent': 2",
                        "'effect': {'type': 'close', 'code': 1011}")
                .forEach(body -> fake.post("/v1/event-faults", "{" + body + "}").has(201));

        assertThat(fake.get("/v1/connect-faults").body())
                .contains("connects(2)", "fromConnect(2)", "nthConnect(2)", "503", "4401");
        assertThat(fake.get("/v1/event-faults").body()).contains("PT1S", "events(2)", "nthEvent(2)", "fromEvent(2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'effect': {'type': 'close', 'code': 1005}} | $.effect.code",
                "{'effect': {'type': 'closeAfterEstablished', 'code': 1015}} | $.effect.code",
                "{'effect': {'type': 'respond', 'status': 200}} | $.effect.status",
                "{'effect': {'type': 'drop'}} | $.effect.type",
                "{'by': {}, 'effect': {'type': 'hang'}} | $.by",
                "{'by': {'user': 'nobody'}, 'effect': {'type': 'hang'}} | $.by.user",
                "{'once': true, 'connects': 2, 'effect': {'type': 'hang'}} | $.connects",
                "{'once': false, 'effect': {'type': 'hang'}} | $.once",
                "{'nthEvent': 2, 'effect': {'type': 'hang'}} | $.nthEvent",
                "{} | $.effect"
            })
    void whatIsNotValidOnConnectsIsNamed(String body, String field) {
        fake.post("/v1/connect-faults", quoted(body)).names(field);
        assertThat(fake.get("/v1/connect-faults").text("faults")).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'effect': {'type': 'close', 'code': 999}} | $.effect.code",
                "{'effect': {'type': 'close', 'code': 1015}} | $.effect.code",
                "{'effect': {'type': 'delay', 'duration': 'PT0S'}} | $.effect.duration",
                "{'types': ['CREATE_MESSAGE'], 'effect': {'type': 'drop'}} | $.types[0]",
                "{'forUser': 'nobody', 'effect': {'type': 'drop'}} | $.forUser",
                "{'inChannel': 'nowhere', 'effect': {'type': 'drop'}} | $.inChannel"
            })
    void whatIsNotValidOnEventsIsNamed(String body, String field) {
        fake.post("/v1/event-faults", quoted(body)).names(field);
        assertThat(fake.get("/v1/event-faults").text("faults")).isEqualTo("[]");
    }

    /** CSV takes quotation marks away at the ends only. */
    private static String quoted(String body) {
        return body.strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forUser", "inChannel"})
    void whatMayBeMissingNeedNotExist(String word) {
        fake.post("/v1/event-faults", "{'" + word + "': 'later', 'mayBeMissing': true, 'effect': {'type': 'drop'}}")
                .has(201);
    }
}
