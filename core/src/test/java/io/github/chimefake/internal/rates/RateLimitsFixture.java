package io.github.chimefake.internal.rates;

import static io.github.chimefake.Requests.describe;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.ManualClock;
import io.github.chimefake.journal.ErrorResponse;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

/** Two users in two channels of a server whose clock stands still, and short words for calls that are limited. */
abstract class RateLimitsFixture {
    final ManualClock clock = ManualClock.standingStill();
    final ChimeMessagingServer chime =
            ChimeMessagingServer.builder().clock(clock).start();
    final ChimeUser alice = chime.user("alice");
    final ChimeUser bob = chime.user("bob");
    final ChimeChannel general =
            chime.channel("general").members(alice, bob).moderators(alice).create();
    final ChimeChannel random =
            chime.channel("random").members(alice, bob).moderators(alice).create();
    final ChimeSdkMessagingClient client = chime.clients().withoutRetries().client();

    @AfterEach
    void stop() {
        chime.close();
    }

    static void throttled(ThrowingCallable call) {
        assertThatExceptionOfType(ThrottledClientException.class).isThrownBy(call);
    }

    void describeTimes(int times, ChimeUser reader, ChimeChannel channel) {
        for (int call = 0; call < times; call++) {
            client.describeChannel(describe(reader, channel));
        }
    }

    ErrorResponse lastRefusal() {
        List<ErrorResponse> refusals = chime.journal().failures().stream()
                .map(call -> call.errorResponse().orElseThrow())
                .toList();
        return refusals.get(refusals.size() - 1);
    }
}
