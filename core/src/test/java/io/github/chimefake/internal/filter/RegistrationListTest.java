package io.github.chimefake.internal.filter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Registration;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationListTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();

    private List<FilteredRegistration> faults() {
        return ((RegistrationList) chime.faults()).registrations();
    }

    @Test
    void hasWhatIsRegisteredInOrder() {
        Registration first = chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        Registration second = chime.faults().loseResponse();
        assertThat(faults()).isEqualTo(List.of(first, second));

        first.close();
        assertThat(faults()).isEqualTo(List.of(second));

        chime.reset();
        assertThat(faults()).isEmpty();
    }

    @Test
    void aRegistrationLastsUntilItIsUsedUpOrRemoved() {
        chime.faults().on(LIST_CHANNELS).once().fail(FORBIDDEN);
        FilteredRegistration once = faults().get(0);
        assertThat(once.lasts()).isTrue();

        assertThatThrownBy(() -> chime.client()
                        .listChannels(request -> request.appInstanceArn(
                                        chime.appInstance().arn())
                                .chimeBearer(chime.user("alice").arn())))
                .isNotNull();
        assertThat(once.lasts()).isFalse();

        chime.permissions().on(LIST_CHANNELS).deny();
        FilteredRegistration rule =
                ((RegistrationList) chime.permissions()).registrations().get(0);
        chime.permissions().clear();
        assertThat(rule.lasts()).isFalse();
    }
}
