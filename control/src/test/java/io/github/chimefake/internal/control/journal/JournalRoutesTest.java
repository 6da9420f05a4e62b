package io.github.chimefake.internal.control.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

class JournalRoutesTest {
    private final Served fake = Served.start();
    private ChimeUser alice;
    private ChimeUser bob;
    private ChimeChannel general;

    @BeforeEach
    void create() {
        alice = fake.chime().user("alice");
        bob = fake.chime().user("bob");
        general = fake.chime().channel("general").members(alice).create();
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private void send(ChimeUser user, String content) {
        fake.chime()
                .client()
                .sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(user.arn())
                        .content(content)
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
    }

    private void describe(ChimeUser user) {
        fake.chime()
                .client()
                .describeChannel(request -> request.channelArn(general.arn()).chimeBearer(user.arn()));
    }

    private static List<JsonObject> calls(Answer answer) {
        return ((JsonArray) answer.json().get("calls").orElseThrow())
                .items().stream().map(JsonObject.class::cast).toList();
    }

    private List<String> contents(Answer answer) {
        return calls(answer).stream()
                .map(call -> ((JsonObject) call.get("request").orElseThrow())
                        .get("Content")
                        .orElseThrow()
                        .toJson())
                .toList();
    }

    @Test
    void aCallHasItsRequestAndTheReasonOfItsResponseButNoCredentials() {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(bob, "hello"));

        Answer answer = fake.get("/v1/journal").has(200);
        JsonObject call = calls(answer).get(0);

        assertThat(call.toJson())
                .contains(
                        "\"operation\":\"SendChannelMessage\"",
                        "\"by\":\"" + bob.arn() + "\"",
                        "\"inChannel\":\"" + general.arn() + "\"",
                        "\"accessKeyId\":\"" + fake.chime().caller().accessKeyId() + "\"",
                        "\"Content\":\"hello\"",
                        "\"outcome\":\"DENIED\"",
                        "\"status\":403",
                        "\"error\":\"ForbiddenException\"",
                        "\"layer\":\"ROLE\"",
                        "\"faults\":[]")
                .doesNotContain(fake.chime().caller().credentials().secretAccessKey(), "Signature");
        assertThat(fake.get("/v1/journal/" + call.get("index").orElseThrow())
                        .has(200)
                        .json())
                .isEqualTo(call);
        assertThat(fake.get("/v1/journal/text").body())
                .isEqualTo(fake.chime().journal().toString());
    }

    @Test
    void anAttemptNamesTheFaultsThatAppliedByTheirIds() {
        fake.post("/v1/faults", "{'on': ['SendChannelMessage'], 'attempts': 1, 'effect': {'type': 'lostResponse'}}")
                .has(201);

        send(alice, "hello");

        assertThat(calls(fake.get("/v1/journal")).get(0).toJson())
                .contains(
                        "\"connectionFault\":\"CLOSE\"",
                        "\"id\":\"fault-1\"",
                        "\"number\":2",
                        "\"outcome\":\"SUCCEEDED\"");
    }

    @Test
    void parametersSelectCallsAndPages() {
        send(alice, "1");
        send(alice, "2");
        describe(alice);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(bob, "3"));

        assertThat(contents(fake.get("/v1/journal?on=SendChannelMessage&by=alice&inChannel=general")))
                .containsExactly("\"1\"", "\"2\"");
        assertThat(contents(fake.get("/v1/journal?denied=true"))).containsExactly("\"3\"");
        assertThat(contents(fake.get("/v1/journal?on=SendChannelMessage&denied=false")))
                .containsExactly("\"1\"", "\"2\"");
        assertThat(contents(fake.get("/v1/journal?on=SendChannelMessage&failed=false")))
                .containsExactly("\"1\"", "\"2\"");
        assertThat(contents(fake.get("/v1/journal?error=ForbiddenException"))).containsExactly("\"3\"");
        Answer page = fake.get("/v1/journal?on=SendChannelMessage&limit=2");
        assertThat(contents(page)).containsExactly("\"1\"", "\"2\"");
        assertThat(page.text("more")).isEqualTo("true");
        String last = calls(page).get(1).get("index").orElseThrow().toJson();
        Answer rest = fake.get("/v1/journal?on=SendChannelMessage&limit=2&after=" + last);
        assertThat(contents(rest)).containsExactly("\"3\"");
        assertThat(rest.text("more")).isEqualTo("false");
        fake.get("/v1/journal?on=SendMessage&limit=0").names("on").names("limit");
        fake.get("/v1/journal?by=a/b").names("by");
    }

    @Test
    void callsOfActorsAreMarkedAndSelected() {
        send(alice, "1");
        fake.chime().actor(alice).send(general, "2");

        assertThat(calls(fake.get("/v1/journal")))
                .extracting(call -> call.get("byActor").orElseThrow().toJson())
                .containsExactly("false", "true");
        assertThat(contents(fake.get("/v1/journal?byActor=true"))).containsExactly("\"2\"");
        assertThat(contents(fake.post("/v1/journal/wait", "{\"byActor\": false}")))
                .containsExactly("\"1\"");
    }

    @Test
    void theJournalCanBeCleared() {
        send(alice, "1");

        fake.delete("/v1/journal").has(204);

        assertThat(calls(fake.get("/v1/journal"))).isEmpty();
        assertThat(fake.chime().journal().calls()).isEmpty();
    }

    @Test
    void aWaitEndsWithTheCallThatItWaitsFor() {
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(
                () -> fake.post(
                        "/v1/journal/wait",
                        "{'on': ['SendChannelMessage'], 'by': {'user': 'alice'}, 'matching': {'Content': 'go'}, 'timeout': 'PT30S'}"));
        send(alice, "wait");
        send(alice, "go");

        Answer found = waiting.join().has(200);

        assertThat(found.text("satisfied")).isEqualTo("true");
        assertThat(contents(found)).containsExactly("\"go\"");
    }

    @Test
    void aWaitThatIsNotSatisfiedSaysWhatWasReceived() {
        send(alice, "1");

        Answer found = fake.get("/v1/journal/wait?on=SendChannelMessage&count=2&timeout=PT0S")
                .has(200);

        assertThat(found.text("satisfied")).isEqualTo("false");
        assertThat(contents(found)).containsExactly("\"1\"");
        assertThat(found.text("text")).contains("SendChannelMessage \"1\" by alice");
        fake.get("/v1/journal/wait?timeout=PT11M").names("timeout");
    }

    @Test
    void waitsHoldNoThreadThatOthersNeed() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest wait = HttpRequest.newBuilder(
                        URI.create(fake.control().address() + "/v1/journal/wait?on=DescribeChannel&timeout=PT1M"))
                .build();
        List<CompletableFuture<HttpResponse<String>>> waits = Stream.generate(
                        () -> client.sendAsync(wait, BodyHandlers.ofString()))
                .limit(210) // More than the control API has threads.
                .toList();

        assertThat(calls(fake.get("/v1/journal").has(200))).isEmpty();
        describe(alice);

        assertThat(waits).allSatisfy(each -> assertThat(each.join().body()).contains("\"satisfied\": true"));
    }
}
