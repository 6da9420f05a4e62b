package io.github.chimefake.benchmarks;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the same call costs however much there is. Pages hold one item, so that responses have the same size everywhere. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FlatnessBenchmark {
    private record Calls(Scene scene, HttpRequest describe, HttpRequest list, HttpRequest denied, SignedRequest send) {
        static Calls to(Scene scene) {
            String channel = SignedRequest.channelPath(scene.general.arn());
            return new Calls(
                    scene,
                    scene.get(scene.checked, channel, "").toCall(),
                    scene.get(Scene.STRANGER, channel + "/messages", "max-results=1")
                            .toCall(),
                    scene.send(scene.denied).toCall(),
                    scene.send(Scene.STRANGER));
        }
    }

    /** A fake of which one thing is many. */
    @State(Scope.Thread)
    public static class World {
        /** So many sends hardly change how much there is. */
        private static final int SENDS_BETWEEN_RESETS = 1_000;

        @Param({"1 message", "10000 messages", "1000000 messages", "10000 channels", "10000 members"})
        String size = "1 message";

        private Calls calls = Calls.to(new Scene());
        private int sent;

        @Setup
        public void fill() {
            int count = Integer.parseInt(size.substring(0, size.indexOf(' ')));
            if (size.endsWith("members")) {
                calls.scene().close();
                calls = Calls.to(new Scene(count));
            }
            Scene scene = calls.scene();
            scene.addMessages(size.contains("message") ? count : 1);
            if (size.endsWith("channels")) {
                for (int i = 1; i < count; i++) {
                    scene.chime.channel("channel-" + i).creator(scene.alice).create();
                }
            }
            scene.chime.snapshots().markBaseline();
            scene.respond(calls.describe(), 200);
            scene.respond(calls.list(), 200);
            scene.respond(calls.denied(), 403);
            sendNext();
        }

        private HttpResponse sendNext() {
            if (++sent % SENDS_BETWEEN_RESETS == 0) {
                calls.scene().chime.reset();
            }
            return calls.scene().respond(calls.send().toCall("token-", "again-" + sent), 201);
        }

        @TearDown
        public void close() {
            calls.scene().close();
        }
    }

    @Benchmark
    public HttpResponse send(World world) {
        return world.sendNext();
    }

    @Benchmark
    public HttpResponse listOneMessage(World world) {
        return world.calls.scene().respond(world.calls.list(), 200);
    }

    /** With the ten policies. */
    @Benchmark
    public HttpResponse describe(World world) {
        return world.calls.scene().respond(world.calls.describe(), 200);
    }

    /** Only authorization by the same policies, and the explanation of the denial. */
    @Benchmark
    public HttpResponse denied(World world) {
        return world.calls.scene().respond(world.calls.denied(), 403);
    }
}
