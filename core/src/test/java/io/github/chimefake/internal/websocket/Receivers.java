package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Many clients that are read by one thread. Each message must begin with its number and the time when it was sent. */
final class Receivers implements AutoCloseable {
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int SMALL_BUFFER = 4096;

    private final Selector selector;
    private final List<Receiver> receivers = new ArrayList<>();
    private final AtomicInteger messages = new AtomicInteger();
    private final Thread thread = new Thread(this::read, "receivers");
    private long[] micros = new long[1024];
    private volatile @Nullable Exception failure;

    Receivers() throws IOException {
        selector = Selector.open();
    }

    /** One client, and the number of the message that it expects next. */
    private static final class Receiver {
        private final SocketChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(8192);
        private int next;

        private Receiver(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** Connects one more. It is read when the thread is started, unless it is to be slow. */
    void connect(int port, String target, boolean slow) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (slow) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
        }
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(
                ByteBuffer.wrap(RawClient.HANDSHAKE.replace("/connect", target).getBytes(ISO_8859_1)));
        ByteBuffer one = ByteBuffer.allocate(1);
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            if (channel.read(one.clear()) < 0) {
                throw new IOException("The handshake failed: " + head);
            }
            head.append((char) one.get(0));
        }
        Receiver receiver = new Receiver(channel);
        receivers.add(receiver);
        channel.configureBlocking(false);
        if (!slow) {
            channel.register(selector, SelectionKey.OP_READ, receiver);
        }
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        ByteBuffer shared = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try {
            while (selector.isOpen()) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    read((Receiver) key.attachment(), shared);
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException closed) {
            // The test is over.
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private void read(Receiver receiver, ByteBuffer shared) throws IOException {
        if (receiver.channel.read(shared.clear()) < 0) {
            throw new IOException("The server has ended a connection after message " + receiver.next);
        }
        shared.flip();
        while (shared.hasRemaining()) {
            int before = shared.limit();
            shared.limit(Math.min(before, shared.position() + receiver.buffer.remaining()));
            receiver.buffer.put(shared);
            shared.limit(before);
            receiver.buffer.flip();
            while (frame(receiver)) {
                // There may be one more.
            }
            receiver.buffer.compact();
        }
    }

    private boolean frame(Receiver receiver) {
        ByteBuffer in = receiver.buffer;
        if (in.remaining() < 4) {
            return false;
        }
        int at = in.position();
        int length = in.get(at + 1) == 126 ? in.getShort(at + 2) & 0xFFFF : in.get(at + 1);
        int header = in.get(at + 1) == 126 ? 4 : 2;
        if (in.remaining() < header + length) {
            return false;
        }
        in.position(at + header + length);
        if (in.get(at) == (byte) (ClientFrames.LAST | ClientFrames.TEXT)) {
            byte[] text = new byte[length];
            in.get(at + header, text);
            String[] words = new String(text, ISO_8859_1).split(" ", 3);
            take(receiver, Integer.parseInt(words[0]), Long.parseLong(words[1]));
        }
        return true;
    }

    private void take(Receiver receiver, int number, long sentNanos) {
        if (number != receiver.next) {
            throw new IllegalStateException("Message " + receiver.next + " was expected, and " + number + " came.");
        }
        receiver.next++;
        int index = messages.get();
        if (index == micros.length) {
            micros = Arrays.copyOf(micros, 2 * index);
        }
        micros[index] = (System.nanoTime() - sentNanos) / 1000;
        messages.incrementAndGet();
    }

    /** Returns how many messages all receivers got. */
    int messages() {
        Exception failed = failure;
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
        return messages.get();
    }

    /** Returns the time that a part of the messages needed at most; 1 is all of them. */
    double millis(double part) {
        long[] sorted = Arrays.copyOf(micros, messages.get());
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1.0, part * sorted.length)] / 1000.0;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (Receiver receiver : receivers) {
            receiver.channel.close();
        }
    }
}
