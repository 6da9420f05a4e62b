package io.github.chimefake.internal.streams;

import java.io.IOException;

/** Where records are delivered to, one after another by one thread. */
interface Destination extends AutoCloseable {
    /**
     * Delivers a record.
     *
     * @throws IOException if it fails; the message says why
     */
    void deliver(byte[] record) throws IOException;

    @Override
    void close();
}
