package io.github.chimefake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same seed and the same calls give the same answers, byte for byte. */
class DeterminismTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private static ChimeMessagingServerBuilder seeded(long seed) {
        return ChimeMessagingServer.builder()
                .seed(seed)
                .users("alice")
                .clock(Clock.fixed(Instant.parse("2026-03-04T05:06:07.089Z"), ZoneOffset.UTC));
    }

    /** A channel, a message in it, the list of its messages, and a refusal: each answer, all but its Date. */
    private static List<String> conversation(ChimeMessagingServer chime) throws IOException, InterruptedException {
        ChimeUser alice = chime.user("alice");
        List<String> answers = new ArrayList<>();
        HttpResponse<String> created = RawRequest.of("POST", "/channels")
                .bearer(alice)
                .body("{\"AppInstanceArn\":\"" + chime.appInstance().arn()
                        + "\",\"Name\":\"general\",\"ClientRequestToken\":\"token\"}")
                .sendTo(chime);
        answers.add(allButDate(created));
        String channelArn = chime.journal()
                .calls()
                .get(0)
                .response()
                .orElseThrow()
                .getValueForField("ChannelArn", String.class)
                .orElseThrow();
        String channel = "/channels/" + URLEncoder.encode(channelArn, UTF_8);
        answers.add(allButDate(RawRequest.of("POST", channel + "/messages")
                .bearer(alice)
                .body("{\"Content\":\"hello\",\"Type\":\"STANDARD\",\"Persistence\":\"PERSISTENT\","
                        + "\"ClientRequestToken\":\"token\"}")
                .sendTo(chime)));
        answers.add(allButDate(
                RawRequest.of("GET", channel + "/messages").bearer(alice).sendTo(chime)));
        answers.add(allButDate(RawRequest.of("GET", channel).sendTo(chime)));
        return answers;
    }

    private static String allButDate(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + " " + headers + " " + answer.body();
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException, InterruptedException {
        List<String> answers = conversation(fakes.start(seeded(7)));

        assertThat(answers).extracting(answer -> answer.substring(0, 3)).containsExactly("201", "201", "200", "401");
        assertThat(conversation(fakes.start(seeded(7)))).isEqualTo(answers);
    }

    @Test
    void anotherSeedGivesOtherIds() throws IOException, InterruptedException {
        List<String> answers = conversation(fakes.start(seeded(7)));
        List<String> others = conversation(fakes.start(seeded(8)));

        for (int i = 0; i < answers.size(); i++) {
            assertThat(others.get(i)).isNotEqualTo(answers.get(i));
        }
        assertThat(fakes.start(seeded(8)).appInstance().arn())
                .isNotEqualTo(fakes.start(seeded(7)).appInstance().arn());
    }

    @Test
    void theAnswersAfterAResetAreThoseOfAFreshFake() throws IOException, InterruptedException {
        ChimeMessagingServer chime = fakes.start(seeded(7));
        List<String> first = conversation(chime);

        chime.reset();

        assertThat(conversation(chime)).isEqualTo(first);
    }
}
