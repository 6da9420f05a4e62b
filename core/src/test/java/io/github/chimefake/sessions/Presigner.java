package io.github.chimefake.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.ChimeUser;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Signs connects by the documentation of Signature Version 4, without code of the fake or of the SDK. */
final class Presigner {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private Instant signedAt = Instant.now();
    private int expires = 10;
    private String service = "chime";
    private boolean reversed;
    private UnaryOperator<String> reencoding = encoded -> encoded;

    static Presigner of(ChimeUser user) {
        return new Presigner().with("userArn", user.arn()).with("sessionId", "session-of-" + user.id());
    }

    Presigner with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    Presigner signedAt(Instant instant) {
        signedAt = instant;
        return this;
    }

    Presigner expires(int seconds) {
        expires = seconds;
        return this;
    }

    Presigner service(String other) {
        service = other;
        return this;
    }

    /** Sends the parameters in the reverse order. */
    Presigner reversed() {
        reversed = true;
        return this;
    }

    /**
     * Signs and sends the parameters in another encoding than RFC 3986 asks for.
     *
     * @param other changes an encoded parameter
     */
    Presigner encodedBy(UnaryOperator<String> other) {
        reencoding = other;
        return this;
    }

    /** Returns the parameters without a signature. */
    URI unsigned(String endpoint) {
        return URI.create("ws://" + endpoint + "/connect?" + query(parameters));
    }

    URI sign(String endpoint, AwsCredentials credentials) {
        String timestamp = TIMESTAMP.format(signedAt);
        String scope = timestamp.substring(0, 8) + "/us-east-1/" + service + "/aws4_request";
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        all.put("X-Amz-Credential", credentials.accessKeyId() + "/" + scope);
        all.put("X-Amz-Date", timestamp);
        all.put("X-Amz-Expires", Integer.toString(expires));
        all.put("X-Amz-SignedHeaders", "host");
        if (credentials instanceof AwsSessionCredentials session) {
            all.put("X-Amz-Security-Token", session.sessionToken());
        }
        String canonical = "GET\n/connect\n" + query(all) + "\nhost:" + endpoint + "\n\nhost\n" + sha256("");
        String toSign = "AWS4-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + sha256(canonical);
        byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8);
        for (String part : List.of(timestamp.substring(0, 8), "us-east-1", service, "aws4_request")) {
            key = hmac(key, part);
        }
        Map<String, String> sent = reversed ? new TreeMap<>(java.util.Comparator.reverseOrder()) : new TreeMap<>();
        sent.putAll(all);
        return URI.create("ws://" + endpoint + "/connect?" + query(sent) + "&X-Amz-Signature="
                + HexFormat.of().formatHex(hmac(key, toSign)));
    }

    private String query(Map<String, String> all) {
        return all.entrySet().stream()
                .map(each -> reencoding.apply(encode(each.getKey()) + "=" + encode(each.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
