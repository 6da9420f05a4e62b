package io.github.chimefake.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The body of an HTTP response and its content type, for a response that is not the service's.
 *
 * @since 0.1
 */
public final class ResponseBody {
    private final String contentType;
    private final byte[] bytes;

    private ResponseBody(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /** Returns a page in UTF-8, as proxies and firewalls send it. */
    public static ResponseBody html(String page) {
        return new ResponseBody("text/html; charset=utf-8", page.getBytes(UTF_8));
    }

    /** Returns plain text in UTF-8. */
    public static ResponseBody text(String text) {
        return new ResponseBody("text/plain; charset=utf-8", text.getBytes(UTF_8));
    }

    /** Returns a text as JSON in UTF-8. It need not be valid. */
    public static ResponseBody json(String json) {
        return new ResponseBody("application/json", json.getBytes(UTF_8));
    }

    /** Returns a body of no bytes, with the content type of the service's responses. */
    public static ResponseBody empty() {
        return json("");
    }

    /**
     * Returns bytes with any content type.
     *
     * @param contentType the value of the header {@code Content-Type}
     * @param bytes is copied
     * @throws IllegalArgumentException if the content type has characters that a header cannot have
     */
    public static ResponseBody of(String contentType, byte[] bytes) {
        if (!contentType.matches("[\\x20-\\x7E]*")) {
            throw new IllegalArgumentException("of(\"" + contentType.replaceAll("\\s", " ")
                    + "\", …): expected a content type of printable ASCII");
        }
        return new ResponseBody(contentType, bytes.clone());
    }

    /** Returns the value of the header {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return contentType + ", " + bytes.length + " bytes";
    }
}
