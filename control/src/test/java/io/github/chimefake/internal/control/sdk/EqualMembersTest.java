package io.github.chimefake.internal.control.sdk;

import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.control.calls.Sentences;
import io.github.chimefake.internal.control.schema.JsonPath;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PushNotificationConfiguration;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

class EqualMembersTest {
    private static EqualMembers members(Operation operation, String json) {
        return ServiceJson.equalMembers(operation, Sentences.object(json), JsonPath.ROOT);
    }

    @Test
    void everyMemberMustBeEqual() {
        EqualMembers hello = members(SEND_CHANNEL_MESSAGE, "{'Content': 'hello', 'Type': 'STANDARD'}");

        assertThat(hello)
                .accepts(SendChannelMessageRequest.builder()
                        .content("hello")
                        .type("STANDARD")
                        .build())
                .rejects(
                        SendChannelMessageRequest.builder().content("hello").build(),
                        SendChannelMessageRequest.builder()
                                .content("hello!")
                                .type("STANDARD")
                                .build());
    }

    @Test
    void nullRequiresThatTheMemberIsMissing() {
        assertThat(members(BATCH_CREATE_CHANNEL_MEMBERSHIP, "{'MemberArns': null}"))
                .accepts(BatchCreateChannelMembershipRequest.builder().build())
                .rejects(BatchCreateChannelMembershipRequest.builder()
                        .memberArns("arn")
                        .build());
    }

    @Test
    void numbersListsAndStructuresAreComparedByValue() {
        assertThat(members(LIST_CHANNELS, "{'MaxResults': 5}"))
                .accepts(ListChannelsRequest.builder().maxResults(5).build())
                .rejects(ListChannelsRequest.builder().maxResults(6).build());
        assertThat(members(BATCH_CREATE_CHANNEL_MEMBERSHIP, "{'MemberArns': ['a', 'b']}"))
                .accepts(BatchCreateChannelMembershipRequest.builder()
                        .memberArns("a", "b")
                        .build())
                .rejects(BatchCreateChannelMembershipRequest.builder()
                        .memberArns("b", "a")
                        .build());
        assertThat(members(SEND_CHANNEL_MESSAGE, "{'PushNotification': {'Title': 't', 'Type': 'DEFAULT'}}"))
                .accepts(SendChannelMessageRequest.builder()
                        .pushNotification(PushNotificationConfiguration.builder()
                                .title("t")
                                .type("DEFAULT")
                                .build())
                        .build());
    }

    @Test
    void longValuesAreShortenedInDescriptions() {
        assertThat(members(SEND_CHANNEL_MESSAGE, "{'Content': '" + "x".repeat(1000) + "'}"))
                .asString()
                .startsWith("Content \"xxx")
                .hasSizeLessThan(60);
    }

    @Test
    void aRequestIsWrittenWithTheNamesOfTheServiceAndWithoutCredentials() {
        assertThat(ServiceJson.members(SendChannelMessageRequest.builder()
                        .content("hello")
                        .clientRequestToken("t")
                        .pushNotification(push -> push.title("news"))
                        .build()))
                .isEqualTo(Sentences.object(
                        "{'Content': 'hello', 'ClientRequestToken': 't', 'PushNotification': {'Title': 'news'}}"));
    }
}
