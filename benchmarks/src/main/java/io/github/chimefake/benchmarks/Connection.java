package io.github.chimefake.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * A connection that is kept alive, of a client so plain that next to nothing of what is measured is its own. It understands
 * responds with a length or in chunks.
 */
final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] line = new byte[4096]; // No line of a response is longer.

    Connection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a request and reads the response to its end.
     *
     * @throws IllegalStateException if it is no 2xx
     */
    void exchange(byte[] request) {
        send(request);
        receive();
    }

    void send(byte[] request) {
        try {
            out.write(request);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a response to its end.
     *
     * @throws IllegalStateException if it is no 2xx
     */
    void receive() {
        try {
            String status = line();
            int length = -1;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lowerCase = header.toLowerCase(Locale.ROOT);
                if (lowerCase.startsWith("content-length:")) {
                    length = Integer.parseInt(lowerCase.substring(15).trim());
                } else if (lowerCase.equals("transfer-encoding: chunked")) {
                    chunked = true;
                }
            }
            if (chunked) {
                skipChunks();
            } else {
                in.skipNBytes(Math.max(0, length));
            }
            if (!status.startsWith("HTTP/1.1 2")) {
                throw new IllegalStateException("Got status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The response ends too early");
            }
            if (next != '\r') {
                line[length++] = (byte) next;
            }
        }
        return new String(line, 0, length, ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
