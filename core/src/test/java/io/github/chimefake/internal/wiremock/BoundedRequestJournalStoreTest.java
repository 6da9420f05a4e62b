package io.github.chimefake.internal.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.junit.jupiter.api.Test;

class BoundedRequestJournalStoreTest {
    private final BoundedRequestJournalStore store = new BoundedRequestJournalStore(2);

    private static ServeEvent event() {
        return ServeEvent.of(ImmutableRequest.create()
                .withAbsoluteUrl("http://localhost/channels")
                .withMethod(RequestMethod.GET)
                .withProtocol("HTTP/1.1")
                .withClientIp("127.0.0.1")
                .build());
    }

    @Test
    void theOldestGoWhenItIsFull() {
        ServeEvent first = event();
        ServeEvent second = event();
        ServeEvent third = event();

        store.add(first);
        store.add(second);
        store.add(third);

        assertThat(store.getAllKeys()).containsExactly(third.getId(), second.getId());
    }

    @Test
    void anEventThatIsPutAgainKeepsItsPlace() {
        ServeEvent first = event();
        ServeEvent second = event();
        store.add(first);
        store.add(second);

        store.put(first.getId(), first.withIdDecoratedRequest());

        assertThat(store.getAllKeys()).containsExactly(second.getId(), first.getId());
    }

    @Test
    void anEventThatIsCompletedAfterAResetDoesNotComeBack() {
        ServeEvent event = event();
        store.add(event);

        store.clear();
        store.put(event.getId(), event);

        assertThat(store.getAll()).isEmpty();
    }
}
