package io.github.chimefake;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Requests.listChannels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.testing.Fakes;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Listeners of responses: one line for each response, whoever gave it. */
class ResponseListenersTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice"));
    private final ChimeUser alice = chime.user("alice");
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Registration registration = chime.journal()
            .onResponse(call ->
                    told.add(call.operation().map(Operation::toString).orElse(call.method() + " " + call.target())
                            + " " + call.lastAttempt().number() + " "
                            + call.lastAttempt().status()));

    private String next() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS);
    }

    private void list() {
        chime.client().listChannels(listChannels(alice, chime.appInstance().arn()));
    }

    @Test
    void eachAttemptIsToldWithTheResponseThatItGot() throws Exception {
        chime.faults().on(LIST_CHANNELS).attempts(1).fail(SERVICE_UNAVAILABLE);

        list();

        assertThat(next()).isEqualTo(LIST_CHANNELS + " 1 503");
        assertThat(next()).isEqualTo(LIST_CHANNELS + " 2 200");
        assertThat(registration.timesApplied()).isEqualTo(2);
    }

    @Test
    void aRequestForNoOperationIsTold() throws Exception {
        RawRequest.of("GET", "/nothing").sendTo(chime);

        assertThat(next()).isEqualTo("GET /nothing 1 404");
    }

    @Test
    void itStaysThroughResetsUntilItIsClosed() throws Exception {
        chime.reset();
        list();
        assertThat(next()).endsWith("200");

        registration.close();
        BlockingQueue<Integer> later = new LinkedBlockingQueue<>();
        chime.journal().onResponse(call -> later.add(call.lastAttempt().status()));
        list();

        assertThat(later.poll(30, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(told).isEmpty();
    }

    @Test
    void oneThatFailsKeepsTheResponseAndTheOthers() throws Exception {
        registration.close();
        chime.journal().onResponse(call -> {
            throw new IllegalStateException("planted");
        });
        chime.journal().onResponse(call -> told.add("second"));

        list();

        assertThat(next()).isEqualTo("second");
    }

    @Test
    void aClosedFakeTakesNone() {
        chime.close();

        assertThatThrownBy(() -> chime.journal().onResponse(call -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("onResponse(listener): the fake at " + chime.endpoint() + " is closed");
    }
}
