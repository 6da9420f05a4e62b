package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.constraints.TagConstraints;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.InvalidFieldException;
import io.github.chimefake.internal.http.HostNames;
import java.time.Duration;
import java.util.regex.Pattern;

/** Checks all changes of a caller before the first one is made, so that a request is carried out as a whole or not at all. */
final class CallerChecks {
    private static final int TAG_KEY_LENGTH = 128;
    private static final Pattern CONTEXT_KEY = Pattern.compile("[^\\s:]+:\\S(.*\\S)?");
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    private CallerChecks() {}

    /**
     * Checks the changes.
     *
     * @param assumedRole whether the caller has assumed a role
     * @throws InvalidFieldException if one of them is not valid
     */
    static void require(Fields body, boolean assumedRole) {
        body.findFields("tags").ifPresent(CallerChecks::requireTagKeys);
        body.findFields("contextKeys").ifPresent(CallerChecks::requireContextKeys);
        if (body.findString("sourceIp").filter(text -> !isAddress(text)).isPresent()) {
            throw body.invalid(
                    "sourceIp",
                    "\"" + body.string("sourceIp")
                            + "\" was received; expected an IP address, for example 203.0.113.7 or 2001:db8::7");
        }
        if (body.has("sessionName") && !assumedRole) {
            throw body.invalid("sessionName", "the principal has not assumed a role; expected assumed-role/ROLE");
        }
        if (body.findDuration("expiresIn").filter(Duration::isZero).isPresent()) {
            throw body.invalid(
                    "expiresIn", "it is zero; expected a positive duration. To expire credentials, POST to …/expire");
        }
    }

    private static void requireTagKeys(Fields tags) {
        for (String key : tags.object().members().keySet()) {
            if (key.isEmpty() || key.length() > TAG_KEY_LENGTH || !TagConstraints.isAllowedKey(key)) {
                throw tags.invalid(
                        key,
                        "the key \"" + key + "\" was received; expected 1 to " + TAG_KEY_LENGTH
                                + " characters that do not begin with aws:");
            }
        }
    }

    private static void requireContextKeys(Fields keys) {
        for (String key : keys.object().members().keySet()) {
            if (!CONTEXT_KEY.matcher(key).matches()) {
                throw keys.invalid(
                        key,
                        "the key \"" + key + "\" was received; expected one with a prefix, for example"
                                + " aws:PrincipalOrgID or cognito-identity.amazonaws.com:sub");
            }
        }
    }

    /** Looks no name up. */
    private static boolean isAddress(String text) {
        return IPV4.matcher(text).matches()
                || (text.contains(":") && HostNames.parse("[" + text + "]").isPresent());
    }
}
