package io.github.chimefake.internal.rates;

import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.internal.rates.RateLimitsFixture.throttled;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Provenance;
import io.github.chimefake.Registration;
import io.github.chimefake.rates.RateQuota;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The service's own quotas as rate limits. */
class EnforcedQuotasTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ManualClock clock = ManualClock.standingStill();
    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().clock(clock));
    private final RateLimitsFixture fixture = new RateLimitsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;
    private final ChimeChannel general = fixture.general;
    private final ChimeSdkMessagingClient client = fixture.client;

    @Test
    void creatingUpdatingAndDeletingUsersOfAnAppInstanceAreCountedTogether() {
        chime.rates().enforce(RateQuota.APP_INSTANCE_USER_WRITES, 3);
        String appInstance = chime.appInstance().arn();

        assertThat(status(identity -> identity.createAppInstanceUser(
                        request -> request.appInstanceArn(appInstance).appInstanceUserId("carol"))))
                .isNotEqualTo(429);
        assertThat(status(identity -> identity.updateAppInstanceUser(
                        request -> request.appInstanceUserArn(alice.arn()).name("Alice"))))
                .isNotEqualTo(429);
        assertThat(status(identity -> identity.updateAppInstanceUser(
                        request -> request.appInstanceUserArn(bob.arn()).name("Bob"))))
                .isNotEqualTo(429);

        assertThat(status(
                        identity -> identity.deleteAppInstanceUser(request -> request.appInstanceUserArn(alice.arn()))))
                .isEqualTo(429);
        assertThat(status(identity -> identity.createAppInstanceUser(
                        request -> request.appInstanceArn(appInstance.replace("app-instance/", "app-instance/other-"))
                                .appInstanceUserId("carol"))))
                .as("in another app instance")
                .isNotEqualTo(429);
    }

    @Test
    void allCallsOfIdentityAreCountedTogetherForTheAccount() {
        chime.rates().enforce(RateQuota.IDENTITY_CALLS, 2);
        String appInstance = chime.appInstance().arn();

        status(identity -> identity.listAppInstances(request -> request.maxResults(99)));
        status(identity -> identity.describeAppInstance(request -> request.appInstanceArn(appInstance)));

        assertThat(status(
                        identity -> identity.describeAppInstanceUser(request -> request.appInstanceUserArn(bob.arn()))))
                .isEqualTo(429);
        assertThat(fixture.lastRefusal().explanation())
                .contains("2 calls a second per account", "111122223333 made 2 since");
        fixture.describeTimes(3, alice, general);
    }

    /** What the call is answered with; what else than 429 it is does not matter here. */
    private int status(Consumer<ChimeSdkIdentityClient> call) {
        try {
            call.accept(chime.clients().withoutRetries().identityClient());
            return 200;
        } catch (ChimeSdkIdentityException e) {
            return e.statusCode();
        }
    }

    @Test
    void theDocumentedQuotasAreThoseOfTheFakesRegion() {
        chime.rates().enforce();
        fixture.describeTimes(10, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
        assertThat(fixture.lastRefusal().provenance()).isEqualTo(Provenance.DOCUMENTED);
        assertThat(fixture.lastRefusal().explanation())
                .contains("10 calls a second per ChimeBearer, the documented default");

        ChimeMessagingServer frankfurt = fakes.start(
                ChimeMessagingServer.builder().region("eu-central-1").clock(clock));
        ChimeUser carol = frankfurt.user("carol");
        ChimeChannel channel = frankfurt.channel("channel").members(carol).create();
        frankfurt.rates().enforce();
        for (int call = 0; call < 5; call++) {
            frankfurt.clients().withoutRetries().client().describeChannel(describe(carol, channel));
        }
        throttled(() -> frankfurt.clients().withoutRetries().client().describeChannel(describe(carol, channel)));
    }

    @Test
    void oneQuotaMayBeAnother() {
        chime.rates().enforce();
        try (Registration raised = chime.rates().enforce(RateQuota.BEARER_CALLS, 12)) {
            fixture.describeTimes(12, alice, general);
            throttled(() -> client.describeChannel(describe(alice, general)));
            assertThat(raised.timesApplied()).isOne();
        }

        clock.advance(Duration.ofSeconds(1));
        fixture.describeTimes(10, alice, general);
        throttled(() -> client.describeChannel(describe(alice, general)));
    }
}
