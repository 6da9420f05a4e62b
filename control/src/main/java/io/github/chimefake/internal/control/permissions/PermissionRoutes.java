package io.github.chimefake.internal.control.permissions;

import io.github.chimefake.internal.access.permissions.ConnectRules;
import io.github.chimefake.internal.control.calls.RegistrationRoutes;
import io.github.chimefake.internal.control.calls.RegistrationRoutes.Noun;
import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.filter.RegistrationList;
import io.github.chimefake.internal.server.FakeServer;
import java.util.List;
import java.util.stream.Stream;

/** Permission rules: {@code chime.permissions()}. */
public final class PermissionRoutes {
    private PermissionRoutes() {}

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        return Stream.of(onCalls(fake), onConnects(fake)).flatMap(List::stream).toList();
    }

    private static List<Route> onCalls(ControlledFake fake) {
        return new RegistrationRoutes(
                        new Noun(
                                "permissions",
                                "permission rule",
                                "PermissionRules",
                                "Removes all rules and policies, and resets the settings of policies"),
                        RuleSentence.SCHEMA,
                        new SetupIds<>(
                                "rule", () -> ((RegistrationList) fake.chime().permissions()).registrations()),
                        RuleSentence::register,
                        () -> fake.chime().permissions().clear(),
                        fake)
                .routes();
    }

    private static List<Route> onConnects(ControlledFake fake) {
        return new RegistrationRoutes(
                        new Noun(
                                "connect-permissions",
                                "permissions",
                                "connect rule",
                                "ConnectRules",
                                "Removes all permission rules on connects",
                                "connects"),
                        ConnectRuleSentence.SCHEMA,
                        new SetupIds<>("connect-rule", () -> rules(fake).registrations()),
                        ConnectRuleSentence::register,
                        () -> rules(fake).clear(),
                        fake)
                .routes();
    }

    private static ConnectRules rules(ControlledFake fake) {
        return FakeServer.of(fake.chime()).messagingSessions().rules();
    }
}
