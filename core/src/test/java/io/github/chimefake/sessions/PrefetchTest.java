package io.github.chimefake.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PrefetchTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");

    private SessionClient connect(String sortBy) {
        return fakes.closeAfterTest(SessionClient.connect(Presigner.of(bob)
                .with("prefetch-on", "connect")
                .with("prefetch-sort-by", sortBy)
                .sign(SessionClient.endpoint(chime), chime.caller().credentials())));
    }

    private void send(ChimeChannel channel, String content) {
        chime.client()
                .sendChannelMessage(request -> request.channelArn(channel.arn())
                        .chimeBearer(alice.arn())
                        .content(content)
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
    }

    private static List<String> values(String text, String member) {
        List<String> values = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"" + member + "\":\"?([^\",}]+)").matcher(text.replace("\\", ""));
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        return values;
    }

    @Test
    void aSessionBeginsWithTheChannelsOfTheUser() throws InterruptedException {
        ChimeChannel general = chime.channel("general").members(alice, bob).create();
        chime.channel("of-others").members(alice).create();
        for (int i = 1; i <= 21; i++) {
            send(general, "m" + i);
        }

        List<String> received = connect("unread").messages(2);

        assertThat(received).hasSize(2);
        assertThat(SessionClient.type(received.get(0))).isEqualTo("SESSION_ESTABLISHED");
        String details = received.get(1);
        assertThat(details)
                .startsWith(
                        "{\"Headers\":{\"x-amz-chime-event-type\":\"CHANNEL_DETAILS\",\"x-amz-chime-message-type\":\"SYSTEM\"},"
                                + "\"Payload\":\"{\\\"Channel\\\":{")
                .contains("\\\"ChannelMessagesHasMore\\\":true")
                .doesNotContain("ReadMarkerTimestamp");
        assertThat(values(details, "Content"))
                .hasSize(20)
                .startsWith("m21", "m20")
                .endsWith("m2");
        assertThat(values(details, "ChannelArn")).containsExactly(general.arn());
        assertThat(values(details, "Name")).contains("general", "alice", "bob");
        assertThat(values(details, "CreatedTimestamp").get(0)).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void fiftyChannelsAreSentInTheOrderThatWasAskedFor() throws InterruptedException {
        List<ChimeChannel> channels = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            channels.add(chime.channel("c" + i).members(alice, bob).create());
        }
        chime.clock().freeze();
        send(channels.get(50), "first");
        chime.clock().advance(Duration.ofSeconds(1));
        send(channels.get(7), "second");
        chime.client()
                .updateChannelReadMarker(
                        request -> request.channelArn(channels.get(7).arn()).chimeBearer(bob.arn()));

        List<String> unread = connect("unread").messages(51);
        assertThat(unread).hasSize(51);
        assertThat(values(unread.get(1), "Content")).containsExactly("first");
        assertThat(unread.get(2)).contains("\\\"Content\\\":\\\"second\\\"", "ReadMarkerTimestamp");
        assertThat(values(connect("last-message-timestamp").messages(51).get(1), "Content"))
                .containsExactly("second");
    }
}
