package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeBearer;
import io.github.chimefake.junit.jupiter.ChimeEndpoint;
import io.github.chimefake.junit.jupiter.ChimeMembers;
import io.github.chimefake.junit.jupiter.FakeName;
import io.github.chimefake.junit.jupiter.InjectChimeFake;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What the fake gives to a parameter. */
public interface Injectable {
    /**
     * Returns what is given to this parameter; empty if it has none of our types.
     *
     * @throws ParameterResolutionException if a parameter with an annotation of ours has the wrong type
     */
    static Optional<Injectable> of(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        requireOne(parameter);
        if (parameter.isAnnotated(ChimeEndpoint.class)) {
            requireType(type == URI.class, "@ChimeEndpoint", parameter, "Give the parameter the type java.net.URI");
            return Optional.of(InjectedByType.ENDPOINT);
        }
        Optional<ChimeBearer> bearer = parameter.findAnnotation(ChimeBearer.class);
        if (bearer.isPresent()) {
            Optional<Injectable> ofBearer = InjectedBearer.of(type, bearer.get());
            requireType(
                    ofBearer.isPresent(),
                    "@ChimeBearer",
                    parameter,
                    "Give the parameter one of the types ChimeUser, ChimeSdkMessagingClient and"
                            + " ChimeSdkMessagingAsyncClient; calls of identity have no bearer");
            return ofBearer;
        }
        Optional<ChimeMembers> members = parameter.findAnnotation(ChimeMembers.class);
        if (members.isPresent()) {
            requireType(
                    type == ChimeChannel.class, "@ChimeMembers", parameter, "Give the parameter the type ChimeChannel");
            return members.map(InjectedChannel::new);
        }
        Optional<Injectable> byType = InjectedByType.of(type);
        requireType(
                byType.isPresent() || !isNamed(parameter),
                parameter.isAnnotated(FakeName.class) ? "@FakeName" : "@InjectChimeFake",
                parameter,
                "Give the parameter one of the types ChimeMessagingServer, ChimeSdkMessagingClient,"
                        + " ChimeSdkMessagingAsyncClient, ChimeSdkIdentityClient, ChimeSdkIdentityAsyncClient,"
                        + " ChimeAppInstance and Journal;"
                        + " the address of the fake is given to @ChimeEndpoint URI");
        return byType;
    }

    /** Returns whether the parameter has an annotation of ours. */
    static boolean isNamed(ParameterContext parameter) {
        return parameter.isAnnotated(InjectChimeFake.class)
                || parameter.isAnnotated(FakeName.class)
                || !kinds(parameter).isEmpty();
    }

    /** Returns the annotations of ours that say what the parameter is. */
    private static List<Class<? extends Annotation>> kinds(ParameterContext parameter) {
        List<Class<? extends Annotation>> all = List.of(ChimeEndpoint.class, ChimeBearer.class, ChimeMembers.class);
        return all.stream().filter(parameter::isAnnotated).toList();
    }

    private static void requireOne(ParameterContext parameter) {
        List<String> names = kinds(parameter).stream()
                .map(kind -> "@" + kind.getSimpleName())
                .toList();
        if (names.size() > 1) {
            throw new ParameterResolutionException(String.join(" and ", names) + " are on one parameter in "
                    + parameter.getDeclaringExecutable() + ", but only one of them is allowed. Leave out the others");
        }
    }

    private static void requireType(boolean fits, String annotation, ParameterContext parameter, String advice) {
        if (!fits) {
            throw new ParameterResolutionException(annotation + " is on a parameter of type "
                    + parameter.getParameter().getType().getName() + " in " + parameter.getDeclaringExecutable() + ". "
                    + advice);
        }
    }

    /** Returns how a test gets this from a {@code ChimeMessagingServer chime}. */
    String expression();

    Object value(ChimeMessagingServer chime);
}
