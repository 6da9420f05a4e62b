package io.github.chimefake.internal.filter;

import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.filter.Registrations.Definition;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByOperationTest {
    private final Named any = new Named("any", CallFilter.ANY);
    private final Named send = new Named("send", CallFilter.ANY.on(SEND_CHANNEL_MESSAGE));
    private final Named list = new Named("list", CallFilter.ANY.on(LIST_CHANNELS));
    private final Named both = new Named("both", CallFilter.ANY.on(LIST_CHANNELS, SEND_CHANNEL_MESSAGE));
    private final NamedRegistrations registrations = new NamedRegistrations();

    @Test
    void keepsTheOrderOfRegistrationAmongThoseThatConcernTheOperation() {
        registrations.add(List.of(both, send, list, any));

        assertThat(registrations.namesFor(SEND_CHANNEL_MESSAGE)).containsExactly("both", "send", "any");
        assertThat(registrations.namesFor(LIST_CHANNELS)).containsExactly("both", "list", "any");
        assertThat(registrations.namesFor(DESCRIBE_CHANNEL)).containsExactly("any");
    }

    @Test
    void seesWhatIsRegisteredAndClosedAfterTheFirstCall() {
        assertThat(registrations.namesFor(SEND_CHANNEL_MESSAGE)).isEmpty();

        Registration first = registrations.add(List.of(send));
        registrations.add(List.of(any));
        assertThat(registrations.namesFor(SEND_CHANNEL_MESSAGE)).containsExactly("send", "any");

        first.close();
        assertThat(registrations.namesFor(SEND_CHANNEL_MESSAGE)).containsExactly("any");
    }

    @Test
    void returnsToTheRegistrationsOfASnapshot() {
        registrations.add(List.of(send));
        Registrations.Snapshot<Named> snapshot = registrations.snapshot();
        registrations.clear();
        assertThat(registrations.namesFor(SEND_CHANNEL_MESSAGE)).isEmpty();

        registrations.restore(snapshot);

        assertThat(registrations.namesFor(SEND_CHANNEL_MESSAGE)).containsExactly("send");
        assertThat(registrations.namesFor(LIST_CHANNELS)).isEmpty();
    }

    private record Named(String name, CallFilter filter) implements Definition {}

    private static final class NamedRegistrations extends Registrations<Named> {
        NamedRegistrations() {
            super("name", "names()", UserCode.DIRECT, new FakeLifetime());
        }

        List<String> namesFor(Operation operation) {
            return concernedBy(operation).stream()
                    .map(each -> each.definition().name())
                    .toList();
        }
    }
}
