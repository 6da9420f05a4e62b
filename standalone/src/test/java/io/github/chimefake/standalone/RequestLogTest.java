package io.github.chimefake.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The log writes what it is given, and lets nobody wait for a reader. */
class RequestLogTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private RequestLog log(OutputStream out) {
        return new RequestLog(new PrintStream(out, false, UTF_8), new PlainRequestLines(false));
    }

    @Test
    void writesAllThatIsWaitingWhenItIsClosed() {
        try (RequestLog log = log(written)) {
            IntStream.range(0, 1_000).forEach(i -> log.print(i + "\n"));
        }

        assertThat(written.toString(UTF_8).lines())
                .hasSize(1_000)
                .startsWith("0", "1")
                .endsWith("999");
    }

    @Test
    void countsTheLinesThatAReaderIsTooSlowFor() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch mayRead = new CountDownLatch(1);
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int letter) {
                written.write(letter);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                writing.countDown();
                try {
                    mayRead.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                written.write(bytes, offset, length);
            }
        };
        try (RequestLog log = log(slow)) {
            log.print("first\n");
            writing.await();

            IntStream.range(0, RequestLog.CAPACITY + 5).forEach(i -> log.print("x\n"));
            mayRead.countDown();
        }

        assertThat(written.toString(UTF_8)).startsWith("first\n").contains("(5 lines left out");
    }
}
