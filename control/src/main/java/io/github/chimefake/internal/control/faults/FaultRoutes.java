package io.github.chimefake.internal.control.faults;

import io.github.chimefake.internal.control.calls.RegistrationRoutes;
import io.github.chimefake.internal.control.calls.RegistrationRoutes.Noun;
import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.filter.RegistrationList;
import java.util.List;

/** Faults: {@code chime.faults()}. */
public final class FaultRoutes {
    private FaultRoutes() {}

    /** Returns the ids of the faults of a fake, by which the journal names them, too. */
    public static SetupIds<FilteredRegistration> ids(ControlledFake fake) {
        return new SetupIds<>("fault", () -> ((RegistrationList) fake.chime().faults()).registrations());
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake, SetupIds<FilteredRegistration> ids) {
        return new RegistrationRoutes(
                        new Noun("faults", "fault", "Faults", "Removes all faults, also those on connects and events"),
                        FaultSentence.SCHEMA,
                        ids,
                        FaultSentence::register,
                        () -> fake.chime().faults().clear(),
                        fake)
                .routes();
    }
}
