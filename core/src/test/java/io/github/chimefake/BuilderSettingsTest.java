package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of the builder's settings: they hold together, or their contradiction is refused with a text. */
class BuilderSettingsTest {
    private static final String CHAT = "arn:aws:chime:eu-central-1:444455556666:app-instance/chat";
    private static final ServerPool POOL = ServerPool.create();

    @AfterAll
    static void stop() {
        POOL.close();
    }

    /** What is decided about two settings. */
    sealed interface Pair {
        String settings();

        Consumer<ChimeMessagingServerBuilder> setting();
    }

    /** Settings that hold together, and why. */
    record Accepted(String settings, String reason, Consumer<ChimeMessagingServerBuilder> setting) implements Pair {
        @Override
        public String toString() {
            return settings + ": " + reason;
        }
    }

    /** Settings that do not, and parts of the text that says so. */
    record Refused(String settings, Consumer<ChimeMessagingServerBuilder> setting, List<String> text) implements Pair {
        @Override
        public String toString() {
            return settings + ": " + String.join(" … ", text);
        }
    }

    private static Consumer<ChimeMessagingServerBuilder> set(String name) {
        return switch (name) {
            case "port" -> builder -> builder.port(0);
            case "bind" -> builder -> builder.bind("127.0.0.1");
            case "allowedHosts" -> builder -> builder.allowedHosts("chime.test");
            case "maxBodyBytes" -> builder -> builder.maxBodyBytes(1_000);
            case "randomSecrets" -> builder -> builder.randomSecrets(true);
            case "region" -> builder -> builder.region("eu-central-1");
            case "account" -> builder -> builder.account("444455556666");
            case "appInstance" -> builder -> builder.appInstance(CHAT);
            case "withoutAppInstance" -> ChimeMessagingServerBuilder::withoutAppInstance;
            case "users" -> builder -> builder.users("alice");
            case "clock" -> builder -> builder.clock(Clock.systemUTC());
            case "seed" -> builder -> builder.seed(7);
            case "journalCapacity" -> builder -> builder.journalCapacity(5);
            case "printTexts" -> builder -> builder.printTexts(false);
            case "serverPool" -> builder -> builder.serverPool(POOL);
            default -> throw new AssertionError("Say here how " + name + " is set");
        };
    }

    private static Pair accepted(String one, String other, String reason) {
        return new Accepted(one + " " + other, reason, set(one).andThen(set(other)));
    }

    private static Pair repeated(String setting, String reason) {
        return accepted(setting, setting, reason);
    }

    private static Pair refused(String settings, Consumer<ChimeMessagingServerBuilder> contradiction, String... text) {
        return new Refused(settings, contradiction, List.of(text));
    }

    private static final String ALONE = "the one says nothing about the other";
    private static final String LATEST = "the latest value holds, as with every setting of one value";

    // spotless:off: one pair, one line.
    static final List<Pair> PAIRS = List.of(
            repeated("port", LATEST),
            accepted("port", "region", ALONE),
            accepted("port", "account", ALONE),
            accepted("port", "appInstance", ALONE),
            accepted("port", "withoutAppInstance", ALONE),
            accepted("port", "users", ALONE),
            accepted("port", "clock", ALONE),
            accepted("port", "seed", ALONE),
            accepted("port", "journalCapacity", ALONE),
            accepted("port", "printTexts", ALONE),
            accepted("port", "serverPool", "documented: a fake with a port uses no pool, which may be shared by many builders"),
            repeated("bind", LATEST),
            accepted("bind", "allowedHosts", "the bound address is a host, too"),
            accepted("bind", "maxBodyBytes", ALONE),
            accepted("bind", "port", ALONE),
            accepted("bind", "region", ALONE),
            accepted("bind", "account", ALONE),
            accepted("bind", "appInstance", ALONE),
            accepted("bind", "withoutAppInstance", ALONE),
            accepted("bind", "users", ALONE),
            accepted("bind", "clock", ALONE),
            accepted("bind", "seed", ALONE),
            accepted("bind", "journalCapacity", ALONE),
            accepted("bind", "printTexts", ALONE),
            accepted("bind", "serverPool", "documented: a fake with another address than the default one uses no pool"),
            repeated("allowedHosts", "documented: each call adds to them"),
            accepted("allowedHosts", "maxBodyBytes", ALONE),
            accepted("allowedHosts", "port", ALONE),
            accepted("allowedHosts", "region", ALONE),
            accepted("allowedHosts", "account", ALONE),
            accepted("allowedHosts", "appInstance", ALONE),
            accepted("allowedHosts", "withoutAppInstance", ALONE),
            accepted("allowedHosts", "users", ALONE),
            accepted("allowedHosts", "clock", ALONE),
            accepted("allowedHosts", "seed", ALONE),
            accepted("allowedHosts", "journalCapacity", ALONE),
            accepted("allowedHosts", "printTexts", ALONE),
            accepted("allowedHosts", "serverPool", "a server of a pool holds no hosts"),
            repeated("maxBodyBytes", LATEST),
            accepted("maxBodyBytes", "port", ALONE),
            accepted("maxBodyBytes", "region", ALONE),
            accepted("maxBodyBytes", "account", ALONE),
            accepted("maxBodyBytes", "appInstance", ALONE),
            accepted("maxBodyBytes", "withoutAppInstance", ALONE),
            accepted("maxBodyBytes", "users", ALONE),
            accepted("maxBodyBytes", "clock", ALONE),
            accepted("maxBodyBytes", "seed", ALONE),
            accepted("maxBodyBytes", "journalCapacity", ALONE),
            accepted("maxBodyBytes", "printTexts", ALONE),
            accepted("maxBodyBytes", "serverPool", "a server of a pool holds no limit"),
            repeated("randomSecrets", LATEST),
            accepted("randomSecrets", "bind", ALONE),
            accepted("randomSecrets", "allowedHosts", ALONE),
            accepted("randomSecrets", "maxBodyBytes", ALONE),
            accepted("randomSecrets", "port", ALONE),
            accepted("randomSecrets", "region", ALONE),
            accepted("randomSecrets", "account", ALONE),
            accepted("randomSecrets", "appInstance", ALONE),
            accepted("randomSecrets", "withoutAppInstance", ALONE),
            accepted("randomSecrets", "users", ALONE),
            accepted("randomSecrets", "clock", ALONE),
            accepted("randomSecrets", "seed", "secrets are no part of what the seed makes"),
            accepted("randomSecrets", "journalCapacity", ALONE),
            accepted("randomSecrets", "printTexts", ALONE),
            accepted("randomSecrets", "serverPool", "a server of a pool holds no keys"),
            repeated("region", LATEST),
            accepted("region", "account", ALONE),
            accepted("region", "appInstance", "the app instance is in the region"),
            refused("region appInstance", b -> b.region("us-east-1").appInstance(CHAT), "region(\"us-east-1\")", CHAT, "which is in eu-central-1", "Leave region(…) out"),
            accepted("region", "withoutAppInstance", "it is the region of app instances to come"),
            accepted("region", "users", ALONE),
            accepted("region", "clock", ALONE),
            accepted("region", "seed", ALONE),
            accepted("region", "journalCapacity", ALONE),
            accepted("region", "printTexts", ALONE),
            accepted("region", "serverPool", "a server of a pool holds no region"),
            repeated("account", LATEST),
            accepted("account", "appInstance", "the app instance belongs to the account"),
            refused("account appInstance", b -> b.account("111122223333").appInstance(CHAT), "account(\"111122223333\")", CHAT, "account 444455556666", "Leave account(…) out"),
            accepted("account", "withoutAppInstance", "it is the account of app instances to come"),
            accepted("account", "users", ALONE),
            accepted("account", "clock", ALONE),
            accepted("account", "seed", ALONE),
            accepted("account", "journalCapacity", ALONE),
            accepted("account", "printTexts", ALONE),
            accepted("account", "serverPool", "a server of a pool holds no account"),
            refused("appInstance appInstance", b -> b.appInstance(CHAT).appInstance(CHAT), CHAT, "exists already"),
            refused("appInstance appInstance", b -> b.appInstance(CHAT).appInstance(CHAT.replace("eu-central-1", "us-east-1")), CHAT, "app-instance/chat", "in two", "one fake for each region"),
            refused("appInstance appInstance", b -> b.region("eu-central-1").appInstance(CHAT + "2").appInstance(CHAT.replace("eu-central-1", "us-east-1")), "region(\"eu-central-1\")", "which is in us-east-1"),
            new Accepted("appInstance appInstance", "one endpoint serves the accounts of its region", b -> b.appInstance(CHAT).appInstance(CHAT.replace("444455556666", "111122223333"))),
            new Accepted("appInstance appInstance", "the callers are of the account of the default one", b -> b.account("444455556666").appInstance(CHAT).appInstance(CHAT.replace("444455556666", "111122223333"))),
            refused("appInstance withoutAppInstance", b -> b.appInstance(CHAT).withoutAppInstance(), "withoutAppInstance()", CHAT, "leave out one of them"),
            accepted("appInstance", "users", "they are users of the first app instance"),
            accepted("appInstance", "clock", ALONE),
            accepted("appInstance", "seed", "the seed makes other ids, too"),
            accepted("appInstance", "journalCapacity", ALONE),
            accepted("appInstance", "printTexts", ALONE),
            accepted("appInstance", "serverPool", "a server of a pool holds no app instance"),
            repeated("withoutAppInstance", "it says the same twice"),
            refused("withoutAppInstance users", b -> b.withoutAppInstance().users("alice"), "withoutAppInstance()", "[alice]", "leave out one of them"),
            accepted("withoutAppInstance", "clock", ALONE),
            accepted("withoutAppInstance", "seed", "the seed makes other ids, too"),
            accepted("withoutAppInstance", "journalCapacity", ALONE),
            accepted("withoutAppInstance", "printTexts", ALONE),
            accepted("withoutAppInstance", "serverPool", ALONE),
            refused("users users", b -> b.users("alice").users("bob", "alice"), "\"alice\" twice", "Name every user once"),
            accepted("users", "clock", ALONE),
            accepted("users", "seed", ALONE),
            accepted("users", "journalCapacity", ALONE),
            accepted("users", "printTexts", ALONE),
            accepted("users", "serverPool", ALONE),
            repeated("clock", LATEST),
            accepted("clock", "seed", "ids follow from the seed, and times from the clock"),
            accepted("clock", "journalCapacity", ALONE),
            accepted("clock", "printTexts", ALONE),
            accepted("clock", "serverPool", ALONE),
            repeated("seed", LATEST),
            accepted("seed", "journalCapacity", ALONE),
            accepted("seed", "printTexts", ALONE),
            accepted("seed", "serverPool", ALONE),
            repeated("journalCapacity", LATEST),
            accepted("journalCapacity", "printTexts", ALONE),
            accepted("journalCapacity", "serverPool", ALONE),
            repeated("printTexts", LATEST),
            accepted("printTexts", "serverPool", ALONE),
            repeated("serverPool", LATEST));
    // spotless:on

    static List<Accepted> acceptedPairs() {
        return PAIRS.stream()
                .filter(Accepted.class::isInstance)
                .map(Accepted.class::cast)
                .toList();
    }

    static List<Refused> refusedPairs() {
        return PAIRS.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
    }

    @Test
    void everyPairIsDecided() {
        List<String> settings = Arrays.stream(ChimeMessagingServerBuilder.class.getMethods())
                .filter(method -> method.getReturnType() == ChimeMessagingServerBuilder.class)
                .map(Method::getName)
                .distinct()
                .toList();
        TreeSet<String> every = new TreeSet<>();
        settings.forEach(one -> settings.forEach(other -> every.add(sorted(one + " " + other))));

        TreeSet<String> decided = new TreeSet<>();
        PAIRS.forEach(pair -> decided.add(sorted(pair.settings())));
        assertThat(decided).isEqualTo(every);
    }

    private static String sorted(String settings) {
        return String.join(" ", new TreeSet<>(List.of(settings.split(" ", -1))))
                + (settings.split(" ", -1)[0].equals(settings.split(" ", -1)[1]) ? " twice" : "");
    }

    @ParameterizedTest
    @MethodSource("acceptedPairs")
    void settingsThatHoldTogetherStartAFake(Accepted pair) {
        ChimeMessagingServerBuilder builder = ChimeMessagingServer.builder();
        if (!pair.settings().contains("port")) {
            builder.serverPool(POOL); // A start costs less.
        }
        pair.setting().accept(builder);

        try (ChimeMessagingServer chime = builder.start()) {
            assertThat(chime.isRunning()).as(pair.reason()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("refusedPairs")
    void settingsThatContradictEachOtherAreRefused(Refused pair) {
        ChimeMessagingServerBuilder builder = ChimeMessagingServer.builder().serverPool(POOL);
        pair.setting().accept(builder);

        assertThat(catchThrowable(builder::start))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class)
                .message()
                .contains(pair.text());
    }
}
