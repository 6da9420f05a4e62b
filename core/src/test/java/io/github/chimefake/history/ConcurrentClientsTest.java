package io.github.chimefake.history;

import static io.github.chimefake.Requests.addMember;
import static io.github.chimefake.Requests.listMembers;
import static io.github.chimefake.Requests.listMessages;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.history.History.Order.NEWEST_FIRST;
import static io.github.chimefake.history.History.Order.NOT_BY_TIME;
import static io.github.chimefake.history.History.Order.OLDEST_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.history.History.Added;
import io.github.chimefake.history.History.Item;
import io.github.chimefake.history.History.Order;
import io.github.chimefake.testing.Fakes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SortOrder;

/** Many clients at once on the same channels, each over sockets of its own. */
@Tag("slow")
@Timeout(120) // Against a deadlock only; a run takes seconds.
class ConcurrentClientsTest {
    private static final int WRITERS = 4;
    private static final int MESSAGES_PER_WRITER = 40;
    private static final int DELETED_OF = 5;
    private static final int COMERS_AND_GOERS = 40;
    private static final int LISTINGS_PER_READER = 8;

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser admin = chime.appInstance().admin("admin");
    private final List<ChimeUser> writers = users("writer", WRITERS);
    private final List<ChimeUser> crowd = users("crowd", COMERS_AND_GOERS);
    private final List<ChimeChannel> channels = List.of(channel("general"), channel("random"));
    private final History history = new History();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    private List<ChimeUser> users(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> chime.user(kind + "-" + number))
                .toList();
    }

    private ChimeChannel channel(String name) {
        return chime.channel(name)
                .members(writers.toArray(ChimeUser[]::new))
                .moderators(admin)
                .create();
    }

    @Test
    void loseNoMessageRepeatNoneAndSeeConsistentLists() throws InterruptedException, ExecutionException {
        List<Callable<Void>> work = new ArrayList<>();
        for (ChimeUser writer : writers) {
            ChimeSdkMessagingClient client = chime.clients().speakingFor(writer).client();
            work.add(() -> write(client, writer));
        }
        for (Order order : List.of(OLDEST_FIRST, NEWEST_FIRST)) {
            ChimeSdkMessagingClient client = chime.clients().speakingFor(admin).client();
            work.add(() -> readMessages(client, order));
        }
        ChimeSdkMessagingClient adder = chime.clients().speakingFor(admin).client();
        work.add(() -> comeAndGo(adder));
        ChimeSdkMessagingClient lister = chime.clients().speakingFor(admin).client();
        work.add(() -> keepReadingMembers(lister));

        runAtOnce(work);
        channels.forEach(channel -> {
            list(chime.client(), channel, OLDEST_FIRST);
            list(chime.client(), channel, NEWEST_FIRST);
        });
        readMembers(chime.client());

        assertThat(history.events().stream().filter(Added.class::isInstance))
                .hasSize(WRITERS * MESSAGES_PER_WRITER + WRITERS + COMERS_AND_GOERS);
        assertThat(HistoryChecker.violations(history.events())).isEmpty();
    }

    private void runAtOnce(List<Callable<Void>> work) throws InterruptedException, ExecutionException {
        writers.forEach(writer -> history.added(membersOf(channels.get(0)), () -> member(writer.arn())));
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Void>> running = work.stream()
                .map(one -> threads.submit(() -> {
                    start.await();
                    return one.call();
                }))
                .toList();
        start.countDown();
        for (Future<Void> one : running) {
            one.get();
        }
    }

    private Void write(ChimeSdkMessagingClient client, ChimeUser writer) {
        for (int number = 0; number < MESSAGES_PER_WRITER; number++) {
            ChimeChannel channel = channels.get(number % channels.size());
            String content = writer.name() + " " + number;
            Item message = history.added(
                    channel.arn(),
                    () -> new Item(
                            client.sendChannelMessage(send(writer, channel, content))
                                    .messageId(),
                            content));
            if (number % DELETED_OF == 0) {
                history.removed(
                        channel.arn(),
                        message.id(),
                        () -> client.deleteChannelMessage(DeleteChannelMessageRequest.builder()
                                .channelArn(channel.arn())
                                .chimeBearer(admin.arn())
                                .messageId(message.id())
                                .build()));
            }
        }
        return null;
    }

    private Void readMessages(ChimeSdkMessagingClient client, Order order) {
        for (int listing = 0; listing < LISTINGS_PER_READER; listing++) {
            list(client, channels.get(listing % channels.size()), order);
        }
        return null;
    }

    private void list(ChimeSdkMessagingClient client, ChimeChannel channel, Order order) {
        SortOrder sortOrder = order == OLDEST_FIRST ? SortOrder.ASCENDING : SortOrder.DESCENDING;
        history.listed(
                channel.arn(),
                order,
                () -> client
                        .listChannelMessagesPaginator(listMessages(admin, channel).toBuilder()
                                .sortOrder(sortOrder)
                                .maxResults(7)
                                .build())
                        .stream()
                        .flatMap(page -> page.channelMessages().stream())
                        .map(message -> new Item(message.messageId(), message.content()))
                        .toList());
    }

    private static String membersOf(ChimeChannel channel) {
        return "members of " + channel.arn();
    }

    private static Item member(String arn) {
        return new Item("member " + arn, "");
    }

    private Void comeAndGo(ChimeSdkMessagingClient client) {
        ChimeChannel channel = channels.get(0);
        for (int number = 0; number < crowd.size(); number++) {
            ChimeUser user = crowd.get(number);
            Item member = history.added(membersOf(channel), () -> {
                client.createChannelMembership(addMember(admin, channel, user));
                return member(user.arn());
            });
            if (number % 2 == 0) {
                history.removed(
                        membersOf(channel),
                        member.id(),
                        () -> client.deleteChannelMembership(DeleteChannelMembershipRequest.builder()
                                .channelArn(channel.arn())
                                .chimeBearer(admin.arn())
                                .memberArn(user.arn())
                                .build()));
            }
        }
        return null;
    }

    private Void keepReadingMembers(ChimeSdkMessagingClient client) {
        for (int listing = 0; listing < LISTINGS_PER_READER; listing++) {
            readMembers(client);
        }
        return null;
    }

    private void readMembers(ChimeSdkMessagingClient client) {
        ChimeChannel channel = channels.get(0);
        history.listed(
                membersOf(channel),
                NOT_BY_TIME,
                () ->
                        client
                                .listChannelMembershipsPaginator(listMembers(admin, channel).toBuilder()
                                        .maxResults(5)
                                        .build())
                                .stream()
                                .flatMap(page -> page.channelMemberships().stream())
                                .map(membership -> member(membership.member().arn()))
                                .toList());
    }
}
