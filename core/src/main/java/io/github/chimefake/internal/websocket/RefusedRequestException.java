package io.github.chimefake.internal.websocket;

/** A request cannot be served. */
final class RefusedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient HttpResponse response;

    RefusedRequestException(HttpResponse response) {
        super(response.body());
        this.response = response;
    }

    HttpResponse response() {
        return response;
    }
}
