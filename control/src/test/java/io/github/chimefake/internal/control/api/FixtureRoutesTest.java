package io.github.chimefake.internal.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import io.github.chimefake.state.ChimeState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;

class FixtureRoutesTest {
    private final Served fake = Served.start();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void oneDocumentSetsUpAChat() {
        Answer added = fake.post("/v1/fixtures", """
                {'users': [{'id': 'carol', 'name': 'Carol', 'admin': true}],
                 'bots': [{'id': 'helper'}],
                 'channels': [{'name': 'general', 'members': ['alice', 'bot/helper'], 'moderators': ['alice'],
                               'privacy': 'PRIVATE',
                               'messages': [{'sender': 'alice', 'content': 'hello', 'sentAt': '2026-01-31T12:00:00Z'}]}],
                 'members': [{'channel': 'general', 'user': 'bob', 'type': 'HIDDEN'}],
                 'messages': [{'channel': 'general', 'sender': 'bob', 'content': 'hi'}]}""").has(201);

        String general = fake.chime().appInstance().arn() + "/channel/general";
        ChimeUser alice = fake.chime().user("alice");
        assertThat(added.json().toJson()).contains(general);
        assertThat(fake.chime()
                        .client()
                        .listChannelMessages(request -> request.channelArn(general)
                                .chimeBearer(alice.arn())
                                .sortOrder("ASCENDING"))
                        .channelMessages())
                .extracting(ChannelMessageSummary::content)
                .containsExactly("hello", "hi");
        assertThat(fake.get("/v1/channels/general").has(200).text("privacy")).isEqualTo("PRIVATE");
        assertThat(fake.get("/v1/users?admin=true").body()).contains("Carol").doesNotContain("alice");
        assertThat(fake.get("/v1/bots/helper").has(200).text("isBot")).isEqualTo("true");
        assertThat(fake.get("/v1/bots/bot%2Fhelper").has(200).text("isBot")).isEqualTo("true");
    }

    @Test
    void aPartThatIsNotValidIsNamedAndNothingIsAdded() {
        ChimeState before = fake.chime().state();

        fake.post("/v1/fixtures", """
                {'users': [{'id': 'carol'}, {'id': 'alice', 'name': 'Another'}]}""").names("$.users[1]");
        fake.post("/v1/fixtures", """
                {'users': [{'id': 'carol'}], 'channels': [{'name': 'a', 'members': ['nobody']}]}""").names("$.channels[0].members[0]");
        fake.post("/v1/fixtures", """
                {'channels': [{'name': 'a', 'messages': [{'sender': 'alice', 'content': 'x'},
                                                         {'sender': 'nobody', 'content': 'y'}]}]}""").names("$.channels[0].messages[1].sender");
        fake.post("/v1/fixtures", "{'users': [{'id': '-'}]}").names("$.users[0].id");
        fake.post("/v1/fixtures", "{'users': [{'id': 'x', 'nam': 'y'}]}").names("$.users[0].nam");
        fake.post("/v1/fixtures", "{'messages': [{'channel': 'none', 'sender': 'alice', 'content': 'x'}]}")
                .names("$.messages[0].channel");
        fake.post("/v1/channels", "{'name': 'g', 'members': ['alice', 'nobody']}")
                .names("$.members[1]");
        fake.post("/v1/channels", "{'name': 'g', 'members': ['alice'], 'moderators': ['nobody']}")
                .names("$.moderators[0]");
        fake.post("/v1/channels", "{'name': 'g', 'creator': 'nobody'}").names("$.creator");
        fake.post("/v1/users", "{'id': 'carol', 'appInstance': 'none'}").names("$.appInstance");
        fake.post("/v1/fixtures", "{'channels': [{'name': 'g'}], 'members': [{'channel': 'g', 'user': 'nobody'}]}")
                .names("$.members[0].user");

        assertThat(fake.chime().state()).isEqualTo(before);
    }

    @Test
    void usersAreReadChangedAndDeleted() {
        fake.post("/v1/users", "{'id': 'carol', 'metadata': 'm'}").has(201);

        Answer changed = fake.write("PATCH", "/v1/users/carol", "{'name': 'Carol', 'admin': true}")
                .has(200);

        assertThat(changed.text("name")).isEqualTo("Carol");
        assertThat(changed.text("metadata")).isEqualTo("m");
        assertThat(changed.json().get("adminSince")).isPresent();
        assertThat(fake.get("/v1/users/carol").json()).isEqualTo(changed.json());
        assertThat(fake.write("PATCH", "/v1/users/carol", "{'admin': false}")
                        .json()
                        .get("adminSince"))
                .isEmpty();
        fake.delete("/v1/users/carol").has(204);
        fake.get("/v1/users/carol").has(404);
        fake.delete("/v1/users/carol").has(404);
        fake.get("/v1/bots/alice").has(404);
        fake.write("PATCH", "/v1/users/alice", "{'name': ' '}").names("$.name");
    }

    @Test
    void aLocationReturnsWhatWasCreated() {
        Answer user = fake.post("/v1/users", "{'id': 'carol'}").has(201);
        Answer channel = fake.post("/v1/channels", "{'name': 'Not an id'}").has(201);
        Answer message = fake.post(
                        channel.header("Location").orElseThrow() + "/messages", "{'sender': 'carol', 'content': 'x'}")
                .has(201);

        assertThat(fake.get(user.header("Location").orElseThrow()).json()).isEqualTo(user.json());
        assertThat(fake.get(message.header("Location").orElseThrow()).json()).isEqualTo(message.json());
        assertThat(fake.get("/v1/channels?name=Not%20an%20id").body()).contains(channel.text("arn"));
    }

    @Test
    void membersModeratorsAndMessagesOfAChannelComeAndGo() {
        fake.post("/v1/channels", "{'name': 'general'}").has(201);

        fake.post("/v1/channels/general/members", "{'user': 'bob'}").has(201);
        fake.post("/v1/channels/general/moderators", "{'user': 'bob'}").has(201);
        String id = fake.post("/v1/channels/general/messages", "{'sender': 'bob', 'content': 'x'}")
                .text("id");

        assertThat(fake.get("/v1/channels/general/members").body()).contains("/user/bob");
        assertThat(fake.get("/v1/channels/general/moderators").body()).contains("/user/bob");
        assertThat(fake.get("/v1/channels/general/messages").body()).contains(id);
        fake.delete("/v1/channels/general/messages/" + id).has(204);
        fake.delete("/v1/channels/general/messages/" + id).has(404);
        fake.delete("/v1/channels/general/moderators/bob").has(204);
        fake.delete("/v1/channels/general/members/bob").has(204);
        fake.delete("/v1/channels/general/members/bob").has(404);
        fake.post("/v1/channels/general/messages", "{'sender': 'nobody', 'content': 'x'}")
                .names("$.sender");
        fake.post("/v1/channels/general/members", "{'user': 'nobody'}").names("$.user");
        fake.post("/v1/channels/none/members", "{'user': 'bob'}").has(404);
        fake.delete("/v1/channels/general").has(204);
        fake.get("/v1/channels/general").has(404);
    }

    @Test
    void anotherAppInstanceHasItsOwnUsersAndChannels() {
        fake.post("/v1/fixtures", """
                {'appInstances': [{'id': 'sales'}],
                 'users': [{'id': 'dora', 'appInstance': 'sales'}],
                 'channels': [{'name': 'leads', 'members': ['dora'], 'appInstance': 'sales'}]}""").has(201);
        String arn = fake.get("/v1/app-instances/sales").has(200).text("arn");

        assertThat(fake.chime().state().channelsNamed("leads"))
                .singleElement()
                .satisfies(channel -> assertThat(channel.arn()).startsWith(arn));
        fake.post("/v1/app-instances", "{'id': 'sales'}").has(400);
        fake.post("/v1/app-instances", "{'id': 'arn:aws:chime:eu-central-1:111122223333:app-instance/x'}")
                .names("$.id");
        fake.delete("/v1/app-instances/sales").has(204);
        assertThat(fake.chime().state().channelsNamed("leads")).isEmpty();
        fake.delete("/v1/app-instances/" + fake.chime().appInstance().arn().replace("/", "%2F"))
                .has(409);
    }
}
