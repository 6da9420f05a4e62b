package io.github.chimefake.internal.control.actors;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.actors.Actor;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorRoutesTest {
    /** These are not actions; two of them are members of all actions. */
    private static final Set<String> OTHERS = Set.of("user", "signedBy", "withFaults", "client", "toString");

    private final Served fake = Served.start();
    private final ChimeUser alice = fake.chime().user("alice");
    private final ChimeChannel general =
            fake.chime().channel("general").members(alice).moderators(alice).create();

    @AfterEach
    void close() {
        fake.close();
    }

    private Answer act(String actor, String action, String more) {
        return fake.post(
                        "/v1/actors",
                        "{'actor': '" + actor + "', 'action': '" + action + "', 'channel': 'general'" + more + "}")
                .has(200);
    }

    private void succeeds(String actor, String action, String more) {
        assertThat(act(actor, action, more).text("succeeded")).as(action).isEqualTo("true");
    }

    @Test
    void everyMethodOfJavaIsAnAction() {
        assertThat(ActionTable.names())
                .isEqualTo(Stream.of(Actor.class.getMethods())
                        .map(Method::getName)
                        .filter(name -> !OTHERS.contains(name))
                        .collect(toSet()));
    }

    @Test
    void everyActionIsACallOfTheService() {
        String message =
                act("alice", "send", ", 'content': 'hello', 'metadata': 'm'").text("messageId");
        succeeds("alice", "edit", ", 'messageId': '" + message + "', 'content': 'hello, everybody'");
        succeeds("alice", "add", ", 'member': 'bob'");
        succeeds("bob", "type", "");
        succeeds("bob", "sendControl", ", 'content': 'c'");
        succeeds("bob", "sendTo", ", 'target': 'alice', 'content': 'psst'");
        succeeds("bob", "markRead", "");
        succeeds("bob", "leave", "");
        succeeds("bob", "join", "");
        succeeds("alice", "remove", ", 'member': 'bob'");
        succeeds("alice", "ban", ", 'user': 'bob'");
        succeeds("alice", "unban", ", 'user': 'bob'");
        succeeds("alice", "redact", ", 'messageId': '" + message + "'");
        fake.chime().appInstance().admin("admin");
        succeeds("admin", "delete", ", 'messageId': '" + message + "'");

        assertThat(fake.chime().journal().calls())
                .hasSize(14)
                .allSatisfy(call -> assertThat(call.isByActor()).isTrue());
    }

    private Answer ofUser(String actor, String action, String more) {
        return fake.post("/v1/actors", "{'actor': '" + actor + "', 'action': '" + action + "'" + more + "}")
                .has(200);
    }

    @Test
    void anActorConnectsDisconnectsAndDropsOff() {
        fake.chime().sessions().endpoint("proxy.test:8443"); // Actors need no proxy.

        Answer connected = ofUser("alice", "connect", "");
        assertThat(connected.text("succeeded")).isEqualTo("true");
        assertThat(connected.text("session", "user")).isEqualTo(alice.arn());
        succeeds("alice", "send", ", 'content': 'hello'");
        assertThat(fake.get("/v1/sessions/delivered?forUser=alice&type=CREATE_CHANNEL_MESSAGE")
                        .body())
                .contains("hello");
        fake.get("/v1/sessions/" + connected.text("session", "id")).has(200);

        assertThat(ofUser("alice", "disconnect", "").text("closed")).isEqualTo("1");
        ofUser("alice", "connect", "");
        assertThat(ofUser("alice", "drop", "").text("closed")).isEqualTo("1");
        assertThat(ofUser("alice", "drop", "").text("closed")).isEqualTo("0");
        assertThat(fake.chime().sessions().history())
                .extracting(session -> session.closeCode().orElse(0))
                .containsExactly(1000, 1006);
    }

    @Test
    void aConnectThatIsClosedIsAnErrorWithItsCode() {
        fake.chime().permissions().onConnect().by(alice).deny();

        Answer denied = ofUser("alice", "connect", "");

        assertThat(denied.text("succeeded")).isEqualTo("false");
        assertThat(denied.text("error", "class")).isEqualTo("SessionClosedException");
        assertThat(denied.text("error", "closeCode")).isEqualTo("4401");
        assertThat(denied.text("error", "explanation")).contains("rule");
    }

    @Test
    void faultsOnConnectsApplyOnRequest() {
        fake.chime().faults().onConnect().by(alice).once().close(4005);

        assertThat(ofUser("alice", "connect", "").text("succeeded")).isEqualTo("true");
        assertThat(ofUser("alice", "connect", ", 'withFaults': true").text("error", "closeCode"))
                .isEqualTo("4005");
    }

    @Test
    void anErrorOfTheLookupOfTheEndpointIsThatOfAConnect() {
        fake.chime().permissions().on(Operation.GET_MESSAGING_SESSION_ENDPOINT).deny(ChimeError.FORBIDDEN);

        Answer denied = ofUser("alice", "connect", "");

        assertThat(denied.text("error", "code")).isEqualTo("ForbiddenException");
        assertThat(denied.text("error", "explanation")).contains("rule");
    }

    @Test
    void anErrorOfTheServiceIsPartOfTheResponse() {
        Answer denied = act("bob", "send", ", 'content': 'hello'");

        assertThat(denied.text("succeeded")).isEqualTo("false");
        assertThat(denied.text("error", "class")).isEqualTo("ForbiddenException");
        assertThat(denied.text("error", "code")).isEqualTo("ForbiddenException");
        assertThat(denied.text("error", "status")).isEqualTo("403");
        assertThat(denied.text("error", "explanation")).contains("bob");
        assertThat(denied.text("error", "requestId")).isNotEmpty();
    }

    @Test
    void faultsApplyOnRequest() {
        fake.post("/v1/faults", "{'effect': {'type': 'lostResponse'}}").has(201);

        succeeds("alice", "send", ", 'content': 'hello'");
        Answer lost = act("alice", "send", ", 'content': 'hello', 'withFaults': true");

        assertThat(lost.text("error", "class")).isEqualTo("SdkClientException");
        assertThat(lost.body()).doesNotContain("\"status\"");
    }

    @Test
    void anotherCallerSigns() {
        String id =
                fake.post("/v1/callers", "{'principal': 'role/chat'}").has(201).text("id");

        succeeds("alice", "send", ", 'content': 'hello', 'signedBy': '" + id + "'");

        assertThat(fake.chime().journal().calls().get(0).caller().orElseThrow().principalArn())
                .contains("chat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'actor': 'bob', 'action': 'shout', 'channel': 'general'} | $.action",
                "{'actor': 'bob', 'action': 'send', 'channel': 'general'} | $.content",
                "{'actor': 'a b', 'action': 'join', 'channel': 'general'} | $.actor",
                "{'actor': 'bob', 'action': 'join', 'channel': 'a b'} | $.channel",
                "{'actor': 'bob', 'action': 'connect', 'channel': 'general'} | $.channel",
                "{'actor': 'bob', 'action': 'join', 'channel': 'general', 'signedBy': 'x'} | $.signedBy"
            })
    void whatIsNotValidIsNamed(String body, String field) {
        fake.post("/v1/actors", body).names(field);
        assertThat(fake.chime().journal().calls()).isEmpty();
        assertThat(general.arn()).contains("general");
    }
}
