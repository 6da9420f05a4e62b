package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.messaging.fixtures.MessageFixture;
import io.github.chimefake.internal.messaging.state.DeletedChannels;
import io.github.chimefake.internal.messaging.store.Snapshot;
import io.github.chimefake.quotas.Quota;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/**
 * What a call costs must not grow with what there is. Cost is counted in bytes that the calling thread allocates: a
 * number of the program and not of the machine, for which no load and no slow processor makes a difference, as they
 * would for a time. A tree of 10,000 is a few levels deeper than one of 200; whoever walks through all of it, and
 * makes anything on the way, stands out by a factor of 50. A walk that makes nothing is not seen here.
 */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
@Isolated("It measures the heap of the JVM.")
class CostTest {
    /** More than the {@link DeletedChannels} that one write tidies up, which is a bounded piece of work. */
    private static final int FEW = 200;

    private static final int MANY = 10_000;
    private static final int REPETITIONS = 40;
    private static final int MOST_GROWTH = 3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private World small;
    private World large;

    @BeforeAll
    void fill() {
        small = new World(FEW);
        large = new World(MANY);
    }

    /** An app instance with so many users and channels, of which one has so many members and messages. */
    static final class World {
        final ServiceFixture chime = new ServiceFixture(ResourceQuotas.DOCUMENTED
                .with(Quota.MEMBERSHIPS_PER_CHANNEL, Integer.MAX_VALUE)
                .with(Quota.MEMBERSHIPS_PER_APP_INSTANCE_USER, Integer.MAX_VALUE)
                .with(Quota.APP_INSTANCE_USERS_PER_APP_INSTANCE, Integer.MAX_VALUE));
        final ChimeUser admin = chime.admin("admin");
        final ChimeUser newcomer = chime.user("newcomer");
        final String big;
        final String message;

        World(int size) {
            List<ChimeUser> users = IntStream.range(0, size)
                    .mapToObj(number -> chime.user("user-" + number))
                    .toList();
            big = chime.create(
                    chime.channel("big").withMembers(users).withCreator(admin).withModerators(users.subList(0, 5)));
            for (int number = 0; number < size; number++) {
                chime.create(chime.channel("channel-" + number)
                        .withMembers(List.of(admin))
                        .withPrivacy(number % 2 == 0 ? ChannelPrivacy.PUBLIC : ChannelPrivacy.PRIVATE));
                chime.service.sendMessage(MessageFixture.of(Arn.of(big), Arn.of(admin.arn()), "message " + number));
            }
            message = chime.send(big, admin, "the newest");
        }
    }

    private static long bytesPerCall(CostlyCall call, World world) {
        IntStream.range(0, REPETITIONS).forEach(warmUp -> call.make(world));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        IntStream.range(0, REPETITIONS).forEach(repetition -> call.make(world));
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / REPETITIONS;
    }

    @ParameterizedTest
    @EnumSource
    void aCallCostsTheSameAmongFewAndAmongMany(CostlyCall call) {
        long few = bytesPerCall(call, small);
        long many = bytesPerCall(call, large);

        assertThat(many)
                .as("bytes of %s among %d, where it takes %d among %d", call, MANY, few, FEW)
                .isLessThan(few * MOST_GROWTH);
    }

    @Test
    void theMeasureSeesAWalkThroughEverything() {
        World world = large;
        long before = THREADS.getCurrentThreadAllocatedBytes();

        assertThat(world.chime.service.messages(Arn.of(world.big))).hasSizeGreaterThanOrEqualTo(MANY);

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isGreaterThan(MANY);
    }

    @Test
    void onlyTheReceiversOfAnEventCostMoreIfThereAreMore() {
        large.chime.events.clear();
        large.chime.send(large.big, large.admin, "hello");
        MessagingEvent event = large.chime.events.all().get(0);
        long before = THREADS.getCurrentThreadAllocatedBytes();

        assertThat(event.receivers()).hasSizeGreaterThan(MANY);

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isGreaterThan(MANY);
    }

    @Test
    void goingBackCostsTheSameHoweverMuchThereIs() {
        assertThat(bytesToGoBack(large)).isLessThanOrEqualTo(bytesToGoBack(small) + 1_000);
    }

    private static long bytesToGoBack(World world) {
        Snapshot before = world.chime.service.snapshot();
        world.chime.service.restore(before);
        long start = THREADS.getCurrentThreadAllocatedBytes();
        world.chime.service.restore(world.chime.service.snapshot());
        return THREADS.getCurrentThreadAllocatedBytes() - start;
    }

    @Test
    void aMessageTakesNoMoreThanItsShareOfSixHundredMegabytes() {
        int messages = 30_000;
        ServiceFixture chime = new ServiceFixture();
        ChimeUser alice = chime.user("alice");
        String general = chime.channelOf(alice);
        long before = usedAfterCollection();

        MillionMessages.send(chime, general, alice, messages);
        chime.events.clear(); // What the log of events holds does not grow with the messages.

        long used = usedAfterCollection() - before;
        assertThat(used / messages)
                .as("bytes that the heap holds for a message of 100 characters")
                .isLessThan(600);
        assertThat(chime.list(general, alice)).isNotEmpty();
    }

    private static long usedAfterCollection() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
