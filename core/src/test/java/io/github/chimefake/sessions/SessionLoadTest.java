package io.github.chimefake.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.testing.Fakes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand sessions, and calls whose events go to a hundred of them: through the whole fake, and not its server of sessions alone. */
@Tag("thorough")
class SessionLoadTest {
    private static final int SESSIONS = 1_000;
    private static final int MEMBERS = 100;
    private static final int MESSAGES = 500;
    private static final long BETWEEN_NANOS = TimeUnit.SECONDS.toNanos(1) / 100;
    private static final Pattern NUMBER = Pattern.compile("\\\\\"Content\\\\\":\\\\\"number (\\d+)\\\\\"");

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();

    @Test
    void eachMemberReceivesEachMessageOnceAndInOrder() throws InterruptedException {
        List<ChimeUser> members = users("member", MEMBERS);
        ChimeChannel general = chime.channel("general")
                .members(members.toArray(ChimeUser[]::new))
                .create();
        List<SessionClient> receivers = connect(members);
        List<SessionClient> others = connect(users("other", SESSIONS - MEMBERS));
        chime.sessions().awaitOpen(chime.user("other-" + (SESSIONS - MEMBERS - 1)));

        long begin = System.nanoTime();
        for (int number = 0; number < MESSAGES; number++) {
            send(members.get(number % MEMBERS), general, "number " + number);
            LockSupport.parkNanos(begin + (number + 1) * BETWEEN_NANOS - System.nanoTime());
        }

        List<Integer> sent = IntStream.range(0, MESSAGES).boxed().toList();
        for (SessionClient receiver : receivers) {
            assertThat(numbers(receiver.messages(1 + MESSAGES))).isEqualTo(sent);
        }
        for (SessionClient other : others) {
            assertThat(other.messages(1)).hasSize(1);
        }
        assertThat(chime.sessions().open()).hasSize(SESSIONS);
    }

    private List<ChimeUser> users(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> chime.user(name + "-" + number))
                .toList();
    }

    private List<SessionClient> connect(List<ChimeUser> users) {
        String endpoint = SessionClient.endpoint(chime);
        List<SessionClient> clients = new ArrayList<>();
        for (ChimeUser user : users) {
            clients.add(fakes.closeAfterTest(SessionClient.connect(
                    Presigner.of(user).sign(endpoint, chime.caller().credentials()))));
        }
        return clients;
    }

    private void send(ChimeUser sender, ChimeChannel channel, String content) {
        chime.client()
                .sendChannelMessage(request -> request.channelArn(channel.arn())
                        .chimeBearer(sender.arn())
                        .content(content)
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
    }

    private static List<Integer> numbers(List<String> messages) {
        return messages.stream()
                .map(NUMBER::matcher)
                .filter(Matcher::find)
                .map(number -> Integer.valueOf(number.group(1)))
                .toList();
    }
}
