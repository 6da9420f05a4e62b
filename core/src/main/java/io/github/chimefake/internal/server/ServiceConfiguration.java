package io.github.chimefake.internal.server;

import io.github.chimefake.internal.directory.IdentitySettings;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.messaging.state.MessagingSettings;
import java.util.function.UnaryOperator;

/** Changes the settings of the services of a running fake. */
record ServiceConfiguration(MessagingService service, FakeLifetime lifetime) {
    /**
     * Changes the settings of messaging.
     *
     * @param call the method called by the user, for the error if the fake is closed
     */
    void change(String call, UnaryOperator<MessagingSettings> change) {
        lifetime.requireRunning(call);
        service.configure(change);
    }

    /** Changes the settings of identity, and the quotas of both services. */
    void changeIdentity(String call, UnaryOperator<IdentitySettings> change) {
        lifetime.requireRunning(call);
        service.configureIdentity(change);
    }
}
