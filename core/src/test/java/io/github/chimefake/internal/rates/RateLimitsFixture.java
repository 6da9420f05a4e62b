package io.github.chimefake.internal.rates;

import static io.github.chimefake.Requests.describe;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.journal.ErrorResponse;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

/** Two users in two channels of a fake, and helpers for requests that are limited. */
final class RateLimitsFixture {
    private final ChimeMessagingServer chime;
    final ChimeUser alice;
    final ChimeUser bob;
    final ChimeChannel general;
    final ChimeChannel random;
    final ChimeSdkMessagingClient client;

    RateLimitsFixture(ChimeMessagingServer chime) {
        this.chime = chime;
        alice = chime.user("alice");
        bob = chime.user("bob");
        general = chime.channel("general").members(alice, bob).moderators(alice).create();
        random = chime.channel("random").members(alice, bob).moderators(alice).create();
        client = chime.clients().withoutRetries().client();
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
