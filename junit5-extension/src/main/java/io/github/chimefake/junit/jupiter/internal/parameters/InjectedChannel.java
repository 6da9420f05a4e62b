package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMembers;
import java.util.List;
import java.util.stream.Stream;

/** A new channel. */
record InjectedChannel(ChimeMembers annotation) implements Injectable {
    @Override
    public String expression() {
        return "chime.channel(\"" + annotation.name() + "\")";
    }

    @Override
    public Object value(ChimeMessagingServer chime) {
        List<String> moderators = List.of(annotation.moderators());
        List<String> members = Stream.concat(Stream.of(annotation.value()), moderators.stream())
                .distinct()
                .toList();
        return chime.channel(annotation.name())
                .members(users(chime, members))
                .moderators(users(chime, moderators))
                .create();
    }

    private static ChimeUser[] users(ChimeMessagingServer chime, List<String> ids) {
        return ids.stream().map(chime::user).toArray(ChimeUser[]::new);
    }
}
