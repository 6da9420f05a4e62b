package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ErrorCode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;

@ChimeMessagingFake
class PagingPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    PagingPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice).moderators(alice).create();
    }

    private void sendFive() {
        for (String text : List.of("one", "two", "three", "four", "five")) {
            client.sendChannelMessage(request -> request.channelArn(general.arn())
                    .chimeBearer(alice.arn())
                    .content(text)
                    .type("STANDARD")
                    .persistence("PERSISTENT"));
        }
    }

    private List<String> texts() {
        return client
                .listChannelMessagesPaginator(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .maxResults(2)
                        .sortOrder("ASCENDING"))
                .stream()
                .flatMap(page -> page.channelMessages().stream())
                .map(ChannelMessageSummary::content)
                .toList();
    }

    @Test
    void pages() {
        sendFive();

        assertThat(texts()).containsExactly("one", "two", "three", "four", "five");
        assertThat(chime).received(ListChannelMessagesRequest.class).times(3);
    }

    @Test
    void laterPageFails() {
        sendFive();
        chime.faults().on(LIST_CHANNEL_MESSAGES).nthCall(2).fail(FORBIDDEN);

        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(this::texts);
    }

    @Test
    void foreignToken() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.listChannelMessages(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .nextToken("a token of another list")));
    }

    @Test
    void batch() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");

        BatchCreateChannelMembershipResponse response =
                client.batchCreateChannelMembership(request -> request.channelArn(general.arn())
                        .memberArns(alice.arn(), bob.arn(), ghost.arn())
                        .chimeBearer(alice.arn()));

        assertThat(response.batchChannelMemberships().members())
                .singleElement()
                .returns(bob.arn(), member -> member.arn());
        assertThat(response.errors())
                .extracting(BatchCreateChannelMembershipError::errorCode)
                .containsExactly(ErrorCode.CONFLICT, ErrorCode.FORBIDDEN); // Alice is a member already.

        assertThat(chime.journal().toString()).contains("200, 2 of 3 failed: alice Conflict, ghost Forbidden");
    }
}
