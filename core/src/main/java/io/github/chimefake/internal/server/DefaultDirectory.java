package io.github.chimefake.internal.server;

import io.github.chimefake.Directory;
import java.time.Duration;

/** The directory settings of a fake. */
final class DefaultDirectory implements Directory {
    private final ServiceConfiguration configuration;

    DefaultDirectory(ServiceConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void open(boolean open) {
        configuration.change("directory().open(" + open + ")", settings -> settings.withOpenDirectory(open));
    }

    @Override
    public void newUsersValidAfter(Duration delay) {
        String call = "directory().newUsersValidAfter(" + delay + ")";
        if (delay.isNegative()) {
            throw new IllegalArgumentException(call + ": the delay must not be negative");
        }
        configuration.changeIdentity(call, settings -> settings.withNewUsersValidAfter(delay));
    }

    @Override
    public void repeatedCreationFails(boolean fails) {
        configuration.changeIdentity(
                "directory().repeatedCreationFails(" + fails + ")",
                settings -> settings.withRepeatedCreationFails(fails));
    }

    @Override
    public void clear() {
        configuration.change("directory().clear()", settings -> settings.withOpenDirectory(false));
        configuration.changeIdentity(
                "directory().clear()",
                settings -> settings.withNewUsersValidAfter(Duration.ZERO).withRepeatedCreationFails(false));
    }
}
