package io.github.chimefake.internal.control.calls;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.faults.Faults;
import io.github.chimefake.internal.control.faults.FaultRoutes;
import io.github.chimefake.internal.control.faults.SocketFaultRoutes;
import io.github.chimefake.internal.control.limits.ConsistencyRoutes;
import io.github.chimefake.internal.control.limits.RateRoutes;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.permissions.PermissionRoutes;
import io.github.chimefake.internal.control.permissions.PolicyRoutes;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.route.Waiting;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.streams.StreamRoutes;
import io.github.chimefake.permissions.ConnectPermissionSelection;
import io.github.chimefake.permissions.Permissions;
import io.github.chimefake.permissions.Permissions.CallerPermissionSelection;
import io.github.chimefake.rates.Rates;
import io.github.chimefake.sessions.ConnectFaultSelection;
import io.github.chimefake.sessions.EventFaultSelection;
import io.github.chimefake.streams.Streams;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A method of a sentence in Java has a word of the same name in JSON, or is listed here. */
class WordsOfJavaTest {
    private static final Map<String, String> EFFECTS = Map.of(
            "fail", "effect",
            "delay", "effect",
            "loseResponse", "effect",
            "loseRequest", "effect",
            "respond", "effect",
            "inject", "effect");

    private static final Map<String, String> DECISIONS = Map.of("deny", "decision", "allow", "decision");

    private static final Map<String, String> POLICIES = Map.of(
            "attach", "policy",
            "attachServiceControl", "level");

    /** These have routes of their own. */
    private static final Set<String> ROUTES = Set.of(
            "clear",
            "attachedPolicies",
            "policyMode",
            "policyDenialError",
            "requirePolicies",
            "limitPolicies",
            "onConnect",
            "onEvents");

    private static Map<String, String> effects(String... methods) {
        return Stream.of(methods).collect(toMap(method -> method, method -> "effect"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void everyMethodOfASentenceHasAWord(
            List<Class<?>> inJava, Map<String, String> otherNames, Function<ControlledFake, List<Route>> routes) {
        Set<String> methods = inJava.stream()
                .flatMap(type -> Stream.of(type.getMethods()))
                .map(Method::getName)
                .filter(name -> !ROUTES.contains(name))
                .collect(toSet());
        Set<String> words = words(routes);

        assertThat(methods).allSatisfy(name -> assertThat(words).contains(otherNames.getOrDefault(name, name)));
        assertThat(methods).as("no name is listed in vain").containsAll(otherNames.keySet());
    }

    private static Stream<Arguments> sentences() {
        return Stream.of(
                sentence(Faults.class, EFFECTS, fake -> FaultRoutes.of(fake, FaultRoutes.ids(fake))),
                sentence(
                        ConnectFaultSelection.class,
                        effects(
                                "respond",
                                "hang",
                                "resetConnection",
                                "close",
                                "closeAfterEstablished",
                                "dropBeforeEstablished",
                                "dropAfterEstablished",
                                "sendBeforeEstablished"),
                        SocketFaultRoutes::of),
                sentence(
                        EventFaultSelection.class,
                        effects("drop", "duplicate", "delay", "hold", "reorder", "truncate", "close"),
                        SocketFaultRoutes::of),
                sentence(ConnectPermissionSelection.class, DECISIONS, PermissionRoutes::of),
                sentence(Permissions.class, DECISIONS, PermissionRoutes::of),
                sentence(Streams.class, Map.of(), fake -> StreamRoutes.of(fake, true)),
                sentence(Rates.class, Map.of(), RateRoutes::of),
                sentence(Consistency.class, Map.of(), ConsistencyRoutes::of),
                arguments(
                        List.of(CallerPermissionSelection.class),
                        Stream.of(DECISIONS, POLICIES)
                                .flatMap(map -> map.entrySet().stream())
                                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        (Function<ControlledFake, List<Route>>)
                                fake -> Stream.of(PermissionRoutes.of(fake), PolicyRoutes.of(fake))
                                        .flatMap(List::stream)
                                        .toList()));
    }

    private static Arguments sentence(
            Class<?> inJava, Map<String, String> otherNames, Function<ControlledFake, List<Route>> routes) {
        return arguments(List.of(inJava), otherNames, routes);
    }

    /** Returns the members of all bodies that add something. */
    private static Set<String> words(Function<ControlledFake, List<Route>> routes) {
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            return routes.apply(new ControlledFake(chime, new Waiting(Runnable::run))).stream()
                    .filter(route -> route.method().equals("POST"))
                    .flatMap(route -> route.body().stream())
                    .filter(NamedSchema.class::isInstance)
                    .flatMap(schema -> ((ObjectSchema) ((NamedSchema) schema).schema()).members().keySet().stream())
                    .collect(toSet());
        }
    }
}
