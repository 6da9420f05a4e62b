package io.github.chimefake.internal.control.permissions;

import io.github.chimefake.internal.control.calls.RegistrationRoutes;
import io.github.chimefake.internal.control.calls.RegistrationRoutes.Noun;
import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.filter.RegistrationList;
import java.util.List;

/** Permission rules: {@code chime.permissions()}. */
public final class PermissionRoutes {
    private PermissionRoutes() {}

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
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
}
