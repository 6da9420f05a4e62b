package io.github.chimefake.internal.control.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A request as it was received, independently of the HTTP server. */
interface Incoming {
    /** Returns the method. */
    String method();

    /** Returns the path, percent-encoded. */
    String rawPath();

    /** Returns the query, percent-encoded; an empty text if there is none. */
    String rawQuery();

    /** Returns every value of the header. */
    List<String> headers(String name);

    /** Returns the body. */
    InputStream body() throws IOException;

    /** Returns the value of the header; empty if there is none. If there are several, returns the first. */
    default Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }
}
