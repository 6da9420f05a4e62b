package io.github.chimefake.internal.control.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventRoutesTest {
    private final Served fake = Served.start();
    private ChimeUser alice;
    private ChimeUser bob;
    private ChimeChannel general;

    @BeforeEach
    void create() {
        alice = fake.chime().user("alice");
        bob = fake.chime().user("bob");
        general =
                fake.chime().channel("general").members(alice).moderators(alice).create();
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private void send(String content) {
        fake.chime().actor(alice).send(general, content);
    }

    private static List<JsonObject> events(Answer answer) {
        return ((JsonArray) answer.has(200).json().get("events").orElseThrow())
                .items().stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> contents(Answer answer) {
        return events(answer).stream()
                .map(event -> ((JsonObject) event.get("payload").orElseThrow())
                        .get("Content")
                        .orElseThrow()
                        .toJson())
                .toList();
    }

    @Test
    void anEventHasItsPayloadItsReceiversAndItsCause() {
        send("hello");

        JsonObject event = events(fake.get("/v1/events")).get(0);

        assertThat(event.toJson())
                .contains(
                        "\"type\":\"CREATE_CHANNEL_MESSAGE\"",
                        "\"messageType\":\"STANDARD\"",
                        "\"channelArn\":\"" + general.arn() + "\"",
                        "\"Content\":\"hello\"",
                        "\"receivers\":[\"" + alice.arn() + "\"],\"receiverCount\":1",
                        "\"operation\":\"SendChannelMessage\",\"by\":\"" + alice.arn() + "\"");
        String number = event.get("number").orElseThrow().toJson();
        assertThat(fake.get("/v1/events/" + number).has(200).json()).isEqualTo(event);
        assertThat(fake.get("/v1/events/999999").has(404).body()).contains("GET /v1/events");
        assertThat(fake.get("/v1/events/text").has(200).body()).contains("CREATE_CHANNEL_MESSAGE");
    }

    @Test
    void eventsAreSelectedByTypeUserAndChannel() {
        send("hello");
        fake.chime().actor(alice).add(general, bob);

        assertThat(events(fake.get("/v1/events?type=CREATE_CHANNEL_MESSAGE"))).hasSize(1);
        assertThat(events(fake.get("/v1/events?forUser=alice"))).hasSize(2);
        assertThat(events(fake.get("/v1/events?forUser=bob"))).hasSize(1);
        assertThat(events(fake.get("/v1/events?inChannel=general"))).hasSize(2);
        assertThat(events(fake.get("/v1/events?inChannel=other"))).isEmpty();
        assertThat(fake.get("/v1/events?type=CREATE_MESSAGE").has(400).body()).contains("CREATE_CHANNEL_MESSAGE");
        fake.get("/v1/events?forUser=a%20b").names("forUser");
    }

    @Test
    void eventsAreReadInPages() {
        List.of("1", "2", "3").forEach(this::send);

        Answer first = fake.get("/v1/events?limit=2");
        String last = events(first).get(1).get("number").orElseThrow().toJson();
        Answer second = fake.get("/v1/events?limit=2&after=" + last);

        assertThat(contents(first)).containsExactly("\"1\"", "\"2\"");
        assertThat(first.text("more")).isEqualTo("true");
        assertThat(first.text("evictedEvents")).isEqualTo("0");
        assertThat(contents(second)).containsExactly("\"3\"");
        assertThat(second.text("more")).isEqualTo("false");
    }

    @Test
    void aWaitEndsWithTheLastEventThatIsWaitedFor() {
        send("first");
        CompletableFuture<Answer> wait = CompletableFuture.supplyAsync(
                () -> fake.get("/v1/events/wait?type=CREATE_CHANNEL_MESSAGE&count=2&timeout=PT30S"));

        send("second");

        Answer found = wait.join().has(200);
        assertThat(found.text("satisfied")).isEqualTo("true");
        assertThat(contents(found)).containsExactly("\"first\"", "\"second\"");
    }

    @Test
    void aWaitInVainShowsWhatHappened() {
        send("hello");

        Answer found = fake.get("/v1/events/wait?forUser=bob&timeout=PT0S").has(200);

        assertThat(found.text("satisfied")).isEqualTo("false");
        assertThat(events(found)).isEmpty();
        assertThat(found.text("text")).contains("CREATE_CHANNEL_MESSAGE");
        fake.get("/v1/events/wait?timeout=PT11M").names("timeout");
    }

    @Test
    void aResetClearsTheEvents() {
        send("hello");

        fake.post("/v1/reset", "").has(204);

        assertThat(events(fake.get("/v1/events"))).isEmpty();
    }
}
