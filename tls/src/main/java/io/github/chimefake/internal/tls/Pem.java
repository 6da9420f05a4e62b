package io.github.chimefake.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of PEM (RFC 7468). */
final class Pem {
    static final String CERTIFICATE = "CERTIFICATE";
    static final String PRIVATE_KEY = "PRIVATE KEY";

    private static final int LINE = 64;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private final String label;
    private final byte[] content;

    /**
     * Creates a block.
     *
     * @param label what the block holds, for example {@code CERTIFICATE}
     * @param content the bytes
     */
    Pem(String label, byte[] content) {
        this.label = label;
        this.content = content.clone();
    }

    /**
     * Returns the blocks of a text in their order.
     *
     * @throws IllegalArgumentException if a block is not in Base64
     */
    static List<Pem> parse(String text) {
        List<Pem> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new Pem(block.group(1), Base64.getMimeDecoder().decode(block.group(2))));
        }
        return List.copyOf(blocks);
    }

    String label() {
        return label;
    }

    byte[] content() {
        return content.clone();
    }

    String text() {
        String lines = Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    /** Does not return the content, which may be a key. */
    @Override
    public String toString() {
        return label;
    }
}
