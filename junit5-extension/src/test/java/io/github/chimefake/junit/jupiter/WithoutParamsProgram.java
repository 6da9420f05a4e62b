package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.failures.OperationFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** Runs tests with the extension where junit-jupiter-params is not on the class path, and prints how they ended. */
final class WithoutParamsProgram {
    static final List<String> EXPECTED = List.of("parameters are missing: true", "succeeded: 2", "failed: 0");

    private WithoutParamsProgram() {}

    public static void main(String... none) {
        System.out.println("parameters are missing: " + isMissing("org.junit.jupiter.params.ParameterizedTest"));
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(WithoutParamsCase.class))
                                .build(),
                        listener);
        System.out.println("succeeded: " + listener.getSummary().getTestsSucceededCount());
        System.out.println("failed: " + listener.getSummary().getTotalFailureCount());
        listener.getSummary()
                .getFailures()
                .forEach(failure -> failure.getException().printStackTrace());
    }

    private static boolean isMissing(String type) {
        try {
            Class.forName(type);
            return false;
        } catch (ClassNotFoundException expected) {
            return true;
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class WithoutParamsCase {
        @Test
        void injects(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            if (!client.listChannels(channels(chime.user("alice"))).channels().isEmpty()) {
                throw new AssertionError("a channel in a new fake");
            }
        }

        @Test
        @AuthorizationFailures(LIST_CHANNELS) // Has no effect here.
        @FailCalls(on = LIST_CHANNELS, error = ChimeError.FORBIDDEN)
        void fails(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            try {
                client.listChannels(channels(chime.user("alice")));
            } catch (ForbiddenException expected) {
                return;
            }
            throw new AssertionError("not denied");
        }

        /** The JVM ignores annotations whose class is missing, so this is no test here. */
        @ParameterizedTest
        @FailureSource(LIST_CHANNELS)
        void isNoTest(OperationFailure failure) {
            throw new AssertionError(failure);
        }
    }
}
