package io.github.chimefake.session.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The query string of a GET that Signature Version 4 signs, for the service {@code chime}. The SDK's classes for signing differ
 * between its releases from 2.25.1 on, and none of them lists the parameters in the order that AWS documents for this URL.
 */
public final class PresignedQuery {
    /** The path that is signed. */
    public static final String PATH = "/connect";

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String MAC = "HmacSHA256";
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String UNRESERVED = "-_.~";

    private final String host;
    private final String timestamp;
    private final String scope;
    private final AwsCredentialsIdentity credentials;
    private final Map<String, String> parameters;

    /** Creates a query with these parameters and those of the signature. */
    public PresignedQuery(
            String host,
            String region,
            AwsCredentialsIdentity credentials,
            Instant time,
            Duration expiry,
            Map<String, String> parameters) {
        this.host = host;
        this.credentials = credentials;
        this.timestamp = TIMESTAMP.format(time);
        this.scope = timestamp.substring(0, 8) + "/" + region + "/chime/aws4_request";
        this.parameters = new TreeMap<>(parameters);
        this.parameters.put("X-Amz-Algorithm", ALGORITHM);
        this.parameters.put("X-Amz-Credential", credentials.accessKeyId() + "/" + scope);
        this.parameters.put("X-Amz-Date", timestamp);
        this.parameters.put("X-Amz-Expires", Long.toString(expiry.toSeconds()));
        this.parameters.put("X-Amz-SignedHeaders", "host");
        if (credentials instanceof AwsSessionCredentialsIdentity temporary) {
            this.parameters.put("X-Amz-Security-Token", temporary.sessionToken());
        }
    }

    /** Returns the query with its signature. */
    public String text() {
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String request = String.join("\n", "GET", PATH, query, "host:" + host, "", "host", hex(sha256("")));
        String toSign = String.join("\n", ALGORITHM, timestamp, scope, hex(sha256(request)));
        return query + "&X-Amz-Signature=" + hex(mac(signingKey(), toSign));
    }

    private byte[] signingKey() {
        byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = mac(key, part);
        }
        return key;
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean isLetterOrDigit = character < 128 && Character.isLetterOrDigit(character);
            if (isLetterOrDigit || UNRESERVED.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
