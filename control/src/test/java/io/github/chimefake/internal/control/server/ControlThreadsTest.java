package io.github.chimefake.internal.control.server;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.control.ChimeControl;
import io.github.chimefake.internal.control.Served;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It looks at the threads of the JVM.")
class ControlThreadsTest {
    @Test
    void aControlApiStartsOnlyDaemons() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Served fake = Served.start()) {
            fake.get("/v1/health").has(200);

            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> !before.contains(thread))
                            .filter(thread -> !thread.isDaemon())
                            .map(Thread::getName)
                            .collect(toSet()))
                    .isEmpty();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("HTTP-Dispatcher");
        }
    }

    @Test
    void aClosedControlApiListensNoMoreAndTheFakeGoesOn() {
        try (Served fake = Served.start()) {
            ChimeControl other = ChimeControl.serve(fake.chime());
            other.close();
            other.close();

            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(other.address().resolve("/v1/health"))
                                            .build(),
                                    BodyHandlers.ofString()))
                    .isInstanceOf(ConnectException.class);
            assertThat(fake.chime().isRunning()).isTrue();
        }
    }

    @Test
    void aPortInUseAndAClosedFakeAreSaid() {
        try (Served fake = Served.start()) {
            int port = fake.control().address().getPort();

            assertThatThrownBy(() -> ChimeControl.of(fake.chime()).port(port).serve())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(port));
            fake.chime().close();
            assertThatIllegalStateException().isThrownBy(() -> ChimeControl.serve(fake.chime()));
        }
    }
}
