package io.github.chimefake.internal.access.signature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/**
 * A parsed {@code Authorization} header. Parameters are {@code name=value}, separated by commas and white space; of
 * parameters with the same name, the first counts.
 *
 * @param text the header value as sent
 * @param algorithm its first word
 * @param parameters the values by name
 */
record AuthorizationHeader(String text, String algorithm, Map<String, String> parameters) {
    private static final List<String> PARAMETERS = List.of("Credential", "Signature", "SignedHeaders");

    private static final Pattern SCHEME = Pattern.compile(
            "AWS|AWS3(-HTTPS)?|AWS4-[A-Z0-9-]{1,20}|Basic|Bearer|Digest|DPoP|HOBA|Mutual|Negotiate|NTLM|Token|VAPID",
            Pattern.CASE_INSENSITIVE);

    private static final String WHITE_SPACE = " \t\n\u000B\f\r";

    static AuthorizationHeader parse(String text) {
        StringTokenizer words = new StringTokenizer(text, WHITE_SPACE);
        String algorithm = words.hasMoreTokens() ? words.nextToken() : "";
        Map<String, String> parameters = new HashMap<>();
        StringTokenizer parts = new StringTokenizer(text, "," + WHITE_SPACE);
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return new AuthorizationHeader(text, algorithm, parameters);
    }

    /** Returns the parameter's value; empty if there is no such parameter. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Returns the names of the parameters that Signature Version 4 knows; other ones may be parts of a secret. */
    List<String> knownNames() {
        return PARAMETERS.stream().filter(parameters::containsKey).toList();
    }

    /** Returns the algorithm if it is the name of one; the first word may also be a secret. */
    String knownAlgorithm() {
        return SCHEME.matcher(algorithm).matches() ? algorithm : "(not shown)";
    }

    /** Does not return values, which are credentials. */
    @Override
    public String toString() {
        return knownAlgorithm() + " " + knownNames();
    }
}
