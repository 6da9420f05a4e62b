package io.github.chimefake.internal.server;

import io.github.chimefake.internal.call.FakeLifetime;
import io.github.chimefake.internal.identity.IdentitySettings;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.messaging.MessagingSettings;
import java.util.function.UnaryOperator;

/** Changes the settings of the services while the fake runs. */
record ServiceConfiguration(MessagingService service, FakeLifetime lifetime) {
    /**
     * Changes the settings of messaging.
     *
     * @param call what the user called, for the error if the fake is closed
     */
    void change(String call, UnaryOperator<MessagingSettings> change) {
        lifetime.requireRunning(call);
        service.configure(change.apply(service.settings()));
    }

    /** Changes the settings of identity. */
    void changeIdentity(String call, UnaryOperator<IdentitySettings> change) {
        change(call, settings -> settings.withIdentity(change.apply(settings.identity())));
    }
}
