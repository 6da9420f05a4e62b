package io.github.chimefake.internal.state;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.state.StoredChannel;
import java.time.Instant;
import java.util.Optional;

/** A moderator or a ban as a value. */
record AppointmentValue(ChimeUser user, Optional<ChimeUser> createdBy, Instant created)
        implements StoredChannel.StoredAppointment {
    static AppointmentValue of(Contents contents, Appointment appointment) {
        return new AppointmentValue(
                contents.user(appointment.subject()), contents.user(appointment.createdBy()), appointment.created());
    }

    static JsonObject json(StoredChannel.StoredAppointment appointment) {
        return new JsonMembers()
                .user("user", appointment.user())
                .user("createdBy", appointment.createdBy())
                .instant("created", appointment.created())
                .toObject();
    }
}
