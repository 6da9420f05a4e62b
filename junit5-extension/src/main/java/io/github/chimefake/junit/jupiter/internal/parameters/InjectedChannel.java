package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMembers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** A new channel. */
record InjectedChannel(ChimeMembers annotation) implements Injectable {
    private static final String DEFAULT = "general";

    @Override
    public String expression() {
        return "chime.channel(\"" + (annotation.name().isEmpty() ? DEFAULT : annotation.name()) + "\")";
    }

    @Override
    public Object value(ChimeMessagingServer chime) {
        List<String> moderators = List.of(annotation.moderators());
        List<String> members = Stream.concat(Stream.of(annotation.value()), moderators.stream())
                .distinct()
                .toList();
        String name = annotation.name().isEmpty() ? freeName(chime) : annotation.name();
        try {
            return chime.channel(name)
                    .members(users(chime, members))
                    .moderators(users(chime, moderators))
                    .create();
        } catch (IllegalArgumentException wrong) {
            throw new ExtensionConfigurationException(
                    "@ChimeMembers with the name \"" + name + "\": " + wrong.getMessage()
                            + ". Without a name, @ChimeMembers takes one that is free",
                    wrong);
        }
    }

    /** The test, or another parameter, may have created a channel with the first name. */
    private static String freeName(ChimeMessagingServer chime) {
        return Stream.concat(
                        Stream.of(DEFAULT), IntStream.iterate(2, n -> n + 1).mapToObj(n -> DEFAULT + "-" + n))
                .filter(name -> !isTaken(name, chime))
                .findFirst()
                .orElseThrow();
    }

    /** The id of a channel is its name, unless the test gives another one. */
    private static boolean isTaken(String name, ChimeMessagingServer chime) {
        String arn = chime.appInstance().arn() + "/channel/" + name;
        return chime.state().channel(ChimeChannel.of(arn)).isPresent();
    }

    private static ChimeUser[] users(ChimeMessagingServer chime, List<String> ids) {
        return ids.stream().map(chime::user).toArray(ChimeUser[]::new);
    }
}
