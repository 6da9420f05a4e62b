package io.github.chimefake.examples.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.quotas.Quota;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class TestDataPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;

    TestDataPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
    }

    private void send(ChimeUser author, ChimeChannel channel) {
        client.sendChannelMessage(request -> request.channelArn(channel.arn())
                .chimeBearer(author.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    @Test
    void usersAndChannels() {
        ChimeUser alice = chime.user("alice");
        ChimeUser bob = chime.appInstance().user("bob", "Bob the Builder");
        ChimeUser helper = chime.appInstance().bot("helper");
        ChimeUser root = chime.appInstance().admin("root");
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        ChimeChannel general = chime.channel("general").members(alice, bob).create();
        ChimeChannel club = chime.channel("club")
                .privacy(ChannelPrivacy.PRIVATE)
                .members(alice, helper)
                .moderators(alice)
                .hiddenMembers(bob)
                .create();

        send(helper, club);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(bob, club));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(root, general));
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(ghost, general));
    }

    @Test
    void service() {
        // At most three members of a channel, then ResourceLimitExceededException.
        chime.quotas().set(Quota.MEMBERSHIPS_PER_CHANNEL, 3);
        // What the Lambda function of a channel flow would do.
        chime.flows()
                .processor(
                        "arn:aws:lambda:us-east-1:111122223333:function:profanity-filter",
                        event -> event.message().content().contains("damn") ? FlowVerdict.deny() : FlowVerdict.allow());
        // It runs after the response has left; this waits for it.
        chime.awaitBackgroundWork();
        // Every well-formed user counts as registered.
        chime.directory().open(true);

        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        ChimeChannel general = chime.channel("general").create();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(ghost, general));
    }

    @Test
    void stub() {
        // A stub wins over the fake.
        chime.unwrap(WireMockServer.class)
                .stubFor(get(urlPathEqualTo("/endpoints/messaging-session"))
                        .willReturn(aResponse().withBody("{\"Endpoint\": {\"Url\": \"sessions.example\"}}")));

        assertThat(chime.clients()
                        .speakingFor(chime.user("alice"))
                        .client()
                        .getMessagingSessionEndpoint(request -> {})
                        .endpoint()
                        .url())
                .isEqualTo("sessions.example");
    }
}
