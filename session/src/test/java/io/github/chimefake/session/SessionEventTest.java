package io.github.chimefake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;

class SessionEventTest {
    private static SessionEvent event(String type, String payload) {
        return SessionEvent.read("{\"Headers\":{\"x-amz-chime-event-type\":\"" + type
                + "\",\"x-amz-chime-message-type\":\"STANDARD\"},\"Payload\":\""
                + payload.replace("\n", "").replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
    }

    @Test
    void aMessageIsReadIntoTheSdksClass() {
        SessionEvent event = event("CREATE_CHANNEL_MESSAGE", """
                {"ChannelArn":"arn:c","MessageId":"m1","Content":"say \\"hi\\" \u00fc","Type":"STANDARD",
                "CreatedTimestamp":"2026-11-30T07:08:09.123Z","LastUpdatedTimestamp":"2026-11-30T08:08:09+01:00","Redacted":false,
                "Sender":{"Arn":"arn:alice","Name":"Alice"},"Persistence":"PERSISTENT","ContentType":null,"Unknown":{"a":[1]},
                "MessageAttributes":{"topic":{"StringValues":["a","b"]}},"Target":[{"MemberArn":"arn:bob"}]}""");

        assertThat(event.type()).isEqualTo("CREATE_CHANNEL_MESSAGE");
        assertThat(event.messageType()).contains("STANDARD");
        assertThat(event.reason()).isEmpty();
        ChannelMessage message = event.channelMessage();
        assertThat(message.content()).isEqualTo("say \"hi\" \u00fc");
        assertThat(message.createdTimestamp()).isEqualTo(Instant.parse("2026-11-30T07:08:09.123Z"));
        assertThat(message.lastUpdatedTimestamp()).isEqualTo(Instant.parse("2026-11-30T07:08:09Z"));
        assertThat(message.redacted()).isFalse();
        assertThat(message.sender().name()).isEqualTo("Alice");
        assertThat(message.persistence()).isEqualTo(ChannelMessagePersistenceType.PERSISTENT);
        assertThat(message.contentType()).isNull();
        assertThat(message.metadata()).isNull();
        assertThat(message.messageAttributes().get("topic").stringValues()).containsExactly("a", "b");
        assertThat(message.target())
                .singleElement()
                .satisfies(target -> assertThat(target.memberArn()).isEqualTo("arn:bob"));
        assertThat(event.payload()).contains(message);
    }

    @Test
    void channelsAndMembershipsAreReadIntoTheSdksClasses() {
        assertThat(event("UPDATE_CHANNEL", "{\"Name\":\"general\",\"Mode\":\"RESTRICTED\"}")
                        .channel())
                .satisfies(channel -> {
                    assertThat(channel.name()).isEqualTo("general");
                    assertThat(channel.mode()).isEqualTo(ChannelMode.RESTRICTED);
                });
        assertThat(event("DELETE_CHANNEL_MEMBERSHIP", "{\"Type\":\"HIDDEN\",\"Member\":{\"Arn\":\"arn:bob\"}}")
                        .channelMembership())
                .satisfies(membership -> {
                    assertThat(membership.type()).isEqualTo(ChannelMembershipType.HIDDEN);
                    assertThat(membership.member().arn()).isEqualTo("arn:bob");
                });
        assertThat(event("BATCH_CREATE_CHANNEL_MEMBERSHIP", "{\"Members\":[{\"Arn\":\"a\"},{\"Arn\":\"b\"}]}")
                        .batchChannelMemberships()
                        .members())
                .hasSize(2);
    }

    @Test
    void channelDetailsHaveTheLatestMessages() {
        PrefetchedChannel channel = event("CHANNEL_DETAILS", """
                {"Channel":{"Name":"general","ChannelArn":"arn:c"},"ChannelMessages":[{"MessageId":"m2"},{"MessageId":"m1"}],
                "ChannelMemberships":[{"Member":{"Arn":"arn:bob"}}],"ReadMarkerTimestamp":"2026-11-30T07:08:09Z",
                "ChannelMessagesHasMore":true}""").prefetchedChannel();

        assertThat(channel.channel().name()).isEqualTo("general");
        assertThat(channel.messages())
                .extracting(message -> message.messageId())
                .containsExactly("m2", "m1");
        assertThat(channel.memberships()).hasSize(1);
        assertThat(channel.readMarkerTimestamp()).contains(Instant.parse("2026-11-30T07:08:09Z"));
        assertThat(channel.hasMoreMessages()).isTrue();
        PrefetchedChannel empty = event("CHANNEL_DETAILS", "{\"Channel\":{}}").prefetchedChannel();
        assertThat(empty.messages()).isEmpty();
        assertThat(empty.readMarkerTimestamp()).isEmpty();
    }

    @Test
    void anEventOfAnotherTypeSaysWhereThePayloadIs() {
        SessionEvent event = event("UPDATE_CHANNEL", "{}");

        assertThatIllegalStateException()
                .isThrownBy(event::channelMessage)
                .withMessageContainingAll("UPDATE_CHANNEL", "a channel", "CREATE_CHANNEL_MESSAGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Content\":\"cut o", "[]", "{\"CreatedTimestamp\":\"soon\"}", "{\"Sender\":\"alice\"}"})
    void aPayloadThatCannotBeReadIsStillThereAsText(String payload) {
        SessionEvent event = event("CREATE_CHANNEL_MESSAGE", payload);

        assertThat(event.payloadJson()).contains(payload);
        assertThatIllegalStateException()
                .isThrownBy(event::channelMessage)
                .withMessageContainingAll("CREATE_CHANNEL_MESSAGE", payload);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "hello",
                "{\"Headers\":{}}",
                "{\"Headers\":null}",
                "{\"Payload\":\"{}\"}",
                "{\"Headers\":{\"x-amz-chime-event-type\":\"CREA"
            })
    void aTextThatIsNoEventIsMalformed(String text) {
        SessionEvent event = SessionEvent.read(text);

        assertThat(event.type()).isEqualTo(SessionEvent.MALFORMED);
        assertThat(event.frame()).isEqualTo(text);
        assertThat(event.payload()).isEmpty();
        assertThat(event).hasToString("MALFORMED " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"Payload\":null"})
    void aSessionIsEstablishedWithoutAPayload(String payload) {
        SessionEvent event =
                SessionEvent.read("{\"Headers\":{\"x-amz-chime-event-type\":\"SESSION_ESTABLISHED\"}" + payload + "}");

        assertThat(event.isSessionEstablished()).isTrue();
        assertThat(event.payload()).isEmpty();
        assertThat(event.payloadJson()).isEmpty();
    }
}
