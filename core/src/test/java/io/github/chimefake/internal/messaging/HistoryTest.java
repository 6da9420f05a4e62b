package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** Many clients at once: what they saw is checked against one order in which it all could have happened. */
class HistoryTest {
    private static final int WRITERS = 4;
    private static final int MESSAGES = 150;

    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser admin = chime.admin("admin");
    private final String general = chime.channelOf(alice);
    private final ExecutorService clients = Executors.newFixedThreadPool(WRITERS + 2);

    /** In the order in which the answers came. */
    private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();

    private final ConcurrentLinkedQueue<String> deleted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger writing = new AtomicInteger(WRITERS);

    /**
     * A list and what was certain around it.
     *
     * @param sentBefore what had been sent when the call began
     * @param deletedBefore what had been deleted when the call began
     * @param page what the call gave
     */
    private record Read(Set<String> sentBefore, Set<String> deletedBefore, List<ChannelMessageSummary> page) {}

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void everyReadFitsIntoOneOrderOfAllWrites() throws Exception {
        List<Callable<List<Read>>> work = new ArrayList<>();
        IntStream.range(0, WRITERS).forEach(writer -> work.add(() -> write(writer)));
        work.add(this::read);
        work.add(this::read);

        List<Read> reads = new ArrayList<>();
        for (Future<List<Read>> client : clients.invokeAll(work)) {
            reads.addAll(client.get());
        }

        assertThat(sent).hasSize(WRITERS * MESSAGES).doesNotHaveDuplicates();
        List<String> left = chime.service.messages(Arn.of(general)).stream()
                .map(ChannelMessage::messageId)
                .toList();
        assertThat(left).doesNotHaveDuplicates().noneMatch(deleted::contains);
        assertThat(left.size() + deleted.size()).isEqualTo(sent.size());
        assertThat(reads).isNotEmpty().allSatisfy(read -> check(read, left));
    }

    /** Sends, and has every tenth message deleted again. */
    private List<Read> write(int writer) {
        for (int number = 0; number < MESSAGES; number++) {
            String id = chime.call(
                            chime.message(general, alice, writer + ":" + number)
                                    .clientRequestToken(writer + "-" + number)
                                    .build(),
                            SendChannelMessageResponse.class)
                    .messageId();
            sent.add(id);
            if (number % 10 == 9) {
                chime.call(DeleteChannelMessageRequest.builder()
                        .channelArn(general)
                        .messageId(id)
                        .chimeBearer(admin.arn())
                        .build());
                deleted.add(id);
            }
        }
        writing.decrementAndGet();
        return List.of();
    }

    private List<Read> read() {
        List<Read> reads = new ArrayList<>();
        boolean last;
        do {
            last = writing.get() == 0;
            Set<String> sentBefore = new HashSet<>(sent);
            Set<String> deletedBefore = new HashSet<>(deleted);
            List<ChannelMessageSummary> page = chime.list(general, alice);
            reads.add(new Read(sentBefore, deletedBefore, page));
        } while (!last);
        return reads;
    }

    /**
     * Checks one read.
     *
     * @param left the messages that are left in the end, the oldest first
     */
    private static void check(Read read, List<String> left) {
        List<String> ids =
                read.page().stream().map(ChannelMessageSummary::messageId).toList();
        assertThat(ids).doesNotHaveDuplicates().noneMatch(read.deletedBefore()::contains);
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(numbersOf(writer, read.page())).isSortedAccordingTo((one, other) -> Integer.compare(other, one));
        }
        // What was sent before, is never deleted, and is newer than the end of the page must be on it.
        int oldest = ids.size() < 50
                ? 0
                : ids.stream()
                        .mapToInt(left::indexOf)
                        .filter(place -> place >= 0)
                        .min()
                        .orElse(0);
        assertThat(left.subList(oldest, left.size()).stream().filter(read.sentBefore()::contains))
                .allMatch(ids::contains);
    }

    private static List<Integer> numbersOf(int writer, List<ChannelMessageSummary> page) {
        return page.stream()
                .map(ChannelMessageSummary::content)
                .filter(content -> content.startsWith(writer + ":"))
                .map(content -> Integer.parseInt(content.substring(content.indexOf(':') + 1)))
                .toList();
    }
}
