package io.github.chimefake.benchmarks;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.HttpRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * In one JVM, by turns: the same request to a fake without rules and faults, and to fakes with a hundred that do not apply to it. The
 * requests of a batch are short, so that those of all fakes meet the same state of the machine; each fake gets many batches.
 */
final class Bystanders {
    static final String NONE = "none";
    static final String RULES = "rules";
    static final String FAULTS = "faults";
    static final String BOTH = "both";
    static final String RULES_OF_OTHER_USERS = "rules of other users";
    static final String FAULTS_OF_OTHER_USERS = "faults of other users";
    static final String FAULTS_IN_OTHER_CHANNELS = "faults in other channels";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int COUNT = 100;
    private static final int REQUESTS_OF_A_BATCH = 200;
    private static final List<Operation> OTHERS = Stream.of(Operation.values())
            .filter(operation -> operation != DESCRIBE_CHANNEL)
            .toList();

    private Bystanders() {}

    public static void main(String[] arguments) {
        int warmUp = Integer.parseInt(arguments[0]);
        int batches = Integer.parseInt(arguments[1]);
        List<Described> all = new ArrayList<>(List.of(
                new Described(NONE, chime -> {}),
                new Described(RULES, Bystanders::addRules),
                new Described(FAULTS, Bystanders::addFaults),
                new Described(BOTH, chime -> {
                    addRules(chime);
                    addFaults(chime);
                }),
                new Described(
                        RULES_OF_OTHER_USERS,
                        chime -> otherUsers(chime)
                                .forEach(user -> chime.permissions()
                                        .on(DESCRIBE_CHANNEL)
                                        .by(user)
                                        .deny())),
                new Described(
                        FAULTS_OF_OTHER_USERS,
                        chime -> otherUsers(chime)
                                .forEach(user -> chime.faults()
                                        .on(DESCRIBE_CHANNEL)
                                        .by(user)
                                        .fail(ChimeError.FORBIDDEN))),
                new Described(
                        FAULTS_IN_OTHER_CHANNELS,
                        chime -> otherUsers(chime)
                                .forEach(user -> chime.faults()
                                        .on(DESCRIBE_CHANNEL)
                                        .inChannel(chime.channel("of-" + user.name())
                                                .creator(user)
                                                .create())
                                        .fail(ChimeError.FORBIDDEN)))));
        for (int i = 0; i < warmUp + batches; i++) {
            for (Described each : all) {
                double micros = each.batch();
                if (i >= warmUp) {
                    System.out.println(each.name + "=" + micros);
                }
            }
            Collections.rotate(all, 1);
        }
        all.forEach(each -> each.scene.close());
    }

    private static void addRules(ChimeMessagingServer chime) {
        for (int i = 0; i < COUNT; i++) {
            chime.permissions().on(OTHERS.get(i % OTHERS.size())).deny();
        }
    }

    private static void addFaults(ChimeMessagingServer chime) {
        for (int i = 0; i < COUNT; i++) {
            chime.faults().on(OTHERS.get(i % OTHERS.size())).fail(ChimeError.FORBIDDEN);
        }
    }

    private static List<ChimeUser> otherUsers(ChimeMessagingServer chime) {
        return Stream.iterate(0, i -> i + 1)
                .limit(COUNT)
                .map(i -> chime.user("user-" + i))
                .toList();
    }

    /** A fake, and a description of the channel by a caller whose signature it checks in form only. */
    private static final class Described {
        private final String name;
        private final Scene scene = new Scene();
        private final HttpRequest describe = scene.get(
                        Scene.STRANGER, SignedRequest.channelPath(scene.general.arn()), "")
                .toCall();

        private Described(String name, Consumer<ChimeMessagingServer> registration) {
            this.name = name;
            registration.accept(scene.chime);
        }

        /** Returns the processor time of a request, in microseconds. */
        private double batch() {
            long before = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < REQUESTS_OF_A_BATCH; i++) {
                scene.respond(describe, 200);
            }
            return (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / REQUESTS_OF_A_BATCH;
        }
    }
}
