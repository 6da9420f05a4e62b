package io.github.chimefake;

import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import java.util.List;

/** A channel of two users, and sweeps of what a test does with it. */
record SweptChat(ChimeMessagingServer chime) {
    /** One failure for each call: the role of the bearer does not allow it. */
    static final SweepSettings ROLE_ONLY = SweepSettings.defaults()
            .failures(failure ->
                    failure.name().endsWith("ForbiddenException 403, the role of the bearer does not allow the call")
                            && !failure.name().contains("later calls"));

    ChimeChannel general() {
        return chime.channel("general")
                .members(chime.user("alice"), chime.user("bob"))
                .create();
    }

    String post(ChimeUser user, ChimeChannel channel, String text) {
        return chime.client()
                .sendChannelMessage(Requests.send(user, channel, text))
                .messageId();
    }

    List<String> texts(ChimeChannel channel) {
        return chime.state().channel(channel).orElseThrow().messages().stream()
                .map(message -> message.content())
                .toList();
    }

    SweepReport sweep(SweepSettings settings, SweepEngine.SweptTest test) throws Exception {
        return SweepEngine.of("test", settings).sweep(chime, test);
    }

    static List<String> names(SweepReport report) {
        return report.verdicts().stream()
                .map(verdict -> verdict.injected().name())
                .toList();
    }
}
