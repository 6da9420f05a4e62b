package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeBearer;
import io.github.chimefake.junit.jupiter.ChimeEndpoint;
import io.github.chimefake.junit.jupiter.ChimeMembers;
import io.github.chimefake.junit.jupiter.InjectChimeFake;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the fake gives to a parameter or a field. */
public interface Injectable {
    /**
     * Returns what is given to a parameter or a field; empty if it has none of our types.
     *
     * @throws RuntimeException of the kind that Jupiter reports, if one with an annotation of ours has the wrong type
     */
    static Optional<Injectable> of(InjectionPoint point) {
        Class<?> type = point.type();
        requireOne(point);
        if (point.find(ChimeEndpoint.class).isPresent()) {
            requireType(type == URI.class, "@ChimeEndpoint", point, "the type java.net.URI");
            return Optional.of(InjectedByType.ENDPOINT);
        }
        Optional<ChimeBearer> bearer = point.find(ChimeBearer.class);
        if (bearer.isPresent()) {
            Optional<Injectable> ofBearer = InjectedBearer.of(type, bearer.get());
            requireType(
                    ofBearer.isPresent(),
                    "@ChimeBearer",
                    point,
                    "one of the types ChimeUser, ChimeSdkMessagingClient and"
                            + " ChimeSdkMessagingAsyncClient; calls of identity have no bearer");
            return ofBearer;
        }
        Optional<ChimeMembers> members = point.find(ChimeMembers.class);
        if (members.isPresent()) {
            requireType(type == ChimeChannel.class, "@ChimeMembers", point, "the type ChimeChannel");
            return members.map(InjectedChannel::new);
        }
        Optional<Injectable> byType = InjectedByType.of(type);
        requireType(
                byType.isPresent() || !point.isMarked(),
                point.find(InjectChimeFake.class).isPresent() ? "@InjectChimeFake" : "@FakeName",
                point,
                "one of the types ChimeMessagingServer, ChimeSdkMessagingClient,"
                        + " ChimeSdkMessagingAsyncClient, ChimeSdkIdentityClient, ChimeSdkIdentityAsyncClient,"
                        + " ChimeAppInstance and Journal;"
                        + " the address of the fake is given to @ChimeEndpoint URI");
        return byType;
    }

    private static void requireOne(InjectionPoint point) {
        List<String> names =
                point.kinds().stream().map(kind -> "@" + kind.getSimpleName()).toList();
        if (names.size() > 1) {
            throw point.wrong(String.join(" and ", names) + " are on one " + point.kind() + " in " + point.place()
                    + ", but only one of them is allowed. Leave out the others");
        }
    }

    private static void requireType(boolean fits, String annotation, InjectionPoint point, String valid) {
        if (!fits) {
            throw point.wrong(annotation + " is on a " + point.kind() + " of type "
                    + point.type().getName() + " in " + point.place() + ". Give the " + point.kind() + " " + valid);
        }
    }

    /** Returns how a test gets this from a {@code ChimeMessagingServer chime}. */
    String expression();

    Object value(ChimeMessagingServer chime);
}
