package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Request line and headers of an HTTP request. */
record RequestHead(String method, String version, UpgradeRequest request) {
    private static final Pattern REQUEST_LINE = Pattern.compile("([!-~]+) ([!-~]+) HTTP/(\\d\\.\\d)");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*");
    private static final int DELETE = 0x7F;

    /**
     * Reads up to the empty line after the headers, and no further.
     *
     * @throws EOFException if the stream ends before that
     * @throws RefusedRequestException if it is not HTTP, or too long
     */
    static RequestHead read(InputStream in, int maxBytes) throws IOException, RefusedRequestException {
        Bytes bytes = new Bytes(in, maxBytes);
        List<String> lines = new ArrayList<>();
        String line = bytes.line();
        while (!line.isEmpty() || lines.isEmpty()) {
            if (!line.isEmpty()) { // Empty lines before a request are skipped, as RFC 9112 says.
                lines.add(line);
            }
            line = bytes.line();
        }
        return parse(lines);
    }

    /** The bytes of a head, of which there may be so many. */
    private static final class Bytes {
        private final InputStream in;
        private int left;

        private Bytes(InputStream in, int left) {
            this.in = in;
            this.left = left;
        }

        private String line() throws IOException, RefusedRequestException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = next(); next != '\n'; next = next()) {
                line.write(next);
            }
            String text = line.toString(ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }

        private int next() throws IOException, RefusedRequestException {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            if (left == 0) {
                throw new RefusedRequestException(
                        new HttpResponse(431, "The head of the request is too long. Send fewer or shorter headers.\n"));
            }
            left--;
            if ((next < ' ' && next != '\r' && next != '\n' && next != '\t') || next == DELETE) {
                throw invalid("Byte " + next
                        + " was received, which no HTTP request has. If it is TLS, use ws:// on this port.");
            }
            return next;
        }
    }

    private static RequestHead parse(List<String> lines) throws RefusedRequestException {
        Matcher first = REQUEST_LINE.matcher(lines.get(0));
        if (!first.matches()) {
            throw invalid("The request does not begin with a request line, such as \"GET /connect HTTP/1.1\".");
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches() || line.contains("\r")) {
                throw invalid("A line of the headers has no name and value that are separated by a colon.");
            }
            headers.computeIfAbsent(header.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.group(2));
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        return new RequestHead(first.group(1), first.group(3), new UpgradeRequest(first.group(2), Map.copyOf(headers)));
    }

    private static RefusedRequestException invalid(String reason) {
        return new RefusedRequestException(new HttpResponse(400, reason + "\n"));
    }
}
