package io.github.chimefake.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointResponse;

/** Settings, which go back with everything else. */
class MessagingSettingsTest {
    private final ServiceFixture chime = new ServiceFixture();

    @Test
    void aMessagingSessionIsSentWhereTheSettingsSay() {
        Snapshot baseline = chime.service.snapshot();
        assertThat(endpoint()).isEqualTo("localhost");

        chime.service.configure(chime.service.settings().withMessagingSessionEndpoint("localhost:8443"));
        assertThat(endpoint()).isEqualTo("localhost:8443");

        chime.service.restore(baseline);
        assertThat(endpoint()).isEqualTo("localhost");
    }

    @Test
    void quotasMayChangeAtAnyTime() {
        chime.service.configure(
                chime.service.settings().withQuotas(Quotas.DOCUMENTED.with(Quota.MODERATORS_PER_CHANNEL, 7)));

        assertThat(chime.service.settings().quotas().limit(Quota.MODERATORS_PER_CHANNEL))
                .isEqualTo(7);
        assertThat(chime.service.settings().messagingSessionEndpoint()).isEqualTo("localhost");
    }

    private String endpoint() {
        return chime.call(
                        GetMessagingSessionEndpointRequest.builder().build(), GetMessagingSessionEndpointResponse.class)
                .endpoint()
                .url();
    }
}
