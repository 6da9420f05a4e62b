package io.github.chimefake;

import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.testing.Fakes;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Each error response names the part of the fake that decided on it. */
class LayersTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client =
            chime.clients().withoutRetries().client();

    private void describeFails() {
        fails(() -> client.describeChannel(describe(alice, general)));
    }

    private static void fails(Runnable call) {
        assertThatExceptionOfType(SdkServiceException.class).isThrownBy(call::run);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorNamesItsLayer(Layer layer) throws Exception {
        switch (layer) {
            case ENDPOINT ->
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(chime.endpoint().resolve("/nothing"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
            case FAULT -> {
                chime.faults().fail(ChimeError.FORBIDDEN);
                describeFails();
            }
            case CREDENTIALS -> {
                chime.credentials().expireNow();
                describeFails();
            }
            case PERMISSION_RULE -> {
                chime.permissions().deny();
                describeFails();
            }
            case IAM_POLICY -> {
                chime.permissions().requirePolicies(true);
                describeFails();
            }
            case RATE_LIMIT -> {
                chime.clock().freeze(); // Otherwise a slow machine may take more than a second for the calls.
                chime.rates().perBearer(1);
                client.describeChannel(describe(alice, general));
                describeFails();
            }
            case VALIDATION ->
                fails(() -> client.listChannels(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .chimeBearer(alice.arn())
                                .maxResults(100_000)));
            case BEARER ->
                fails(() -> client.describeChannel(describe(chime.appInstance().unregistered("ghost"), general)));
            case ROLE -> fails(() -> client.sendChannelMessage(send(bob, general, "hello")));
            case STATE ->
                fails(() -> client.describeChannel(
                        request -> request.channelArn(general.arn() + "-2").chimeBearer(alice.arn())));
        }

        assertThat(chime).failed().decidedBy(layer).times(1);
    }
}
