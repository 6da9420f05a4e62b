package io.github.chimefake.internal.sts;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.ParsedPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes sessions of roles as the parameters that several actions have in common say. */
final class RoleSessions {
    private static final Pattern ROLE = Pattern.compile("role/([!-~]+/)*[\\w+=,.@-]{1,64}");
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final Duration DEFAULT_DURATION = Duration.ofHours(1);
    private static final int SHORTEST_SECONDS = 900;
    private static final int MAX_TAGS = 50;

    private final Callers callers;
    private final CallerPolicies policies;

    RoleSessions(Callers callers, CallerPolicies policies) {
        this.callers = callers;
        this.policies = policies;
    }

    /**
     * Registers a session: a caller with credentials that expire, the session's tags, and its session policy. Nothing is registered if a
     * parameter is invalid.
     *
     * @param longestSeconds the longest that is valid for {@code DurationSeconds}
     */
    Caller issue(StsRequest request, int longestSeconds) {
        ArnParts role = role(request);
        String sessionName = name("RoleSessionName", required(request, "RoleSessionName", "roleSessionName"));
        Duration duration = duration(request, longestSeconds);
        Map<String, String> tags = tags(request);
        Optional<NamedPolicy> policy = policy(request);
        Optional<String> sourceIdentity =
                request.value("SourceIdentity").map(received -> name("SourceIdentity", received));
        String roleName = role.resource().substring(role.resource().lastIndexOf('/') + 1);
        Caller session = callers.register("arn:" + role.partition() + ":sts::" + role.account() + ":assumed-role/"
                + roleName + "/" + sessionName);
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            session = session.tag(tag.getKey(), tag.getValue());
        }
        if (sourceIdentity.isPresent()) {
            session = session.contextKey("aws:SourceIdentity", sourceIdentity.get());
        }
        Caller issued = Caller.of(session.expiresIn(duration));
        policy.ifPresent(limit -> policies.attach(issued, PolicyKind.SESSION, limit));
        return issued;
    }

    /** Returns what the responses of all actions tell of a session. */
    static StsXml.Content content(StsRequest request, Caller issued) {
        return result -> {
            result.element("AssumedRoleUser", user -> {
                user.text("Arn", issued.principalArn());
                user.text("AssumedRoleId", issued.userId());
            });
            result.element("Credentials", credentials -> {
                credentials.text("AccessKeyId", issued.accessKeyId());
                credentials.text("SecretAccessKey", issued.secretAccessKey().orElseThrow());
                credentials.text("SessionToken", issued.sessionToken().orElseThrow());
                credentials.text("Expiration", issued.expiration().orElseThrow().toString());
            });
            Optional<String> sourceIdentity = request.value("SourceIdentity");
            if (sourceIdentity.isPresent()) {
                result.text("SourceIdentity", sourceIdentity.get());
            }
        };
    }

    private static ArnParts role(StsRequest request) {
        String received = required(request, "RoleArn", "roleArn");
        return ArnParts.tryParse(received)
                .filter(arn -> arn.service().equals("iam")
                        && arn.region().isEmpty()
                        && arn.account().matches("\\d{12}")
                        && ROLE.matcher(arn.resource()).matches())
                .orElseThrow(
                        () -> new StsException(
                                StsError.VALIDATION,
                                received + " is invalid",
                                "RoleArn is \"" + received
                                        + "\"; expected the ARN of a role, for example arn:aws:iam::111122223333:role/chat-backend."));
    }

    private static String name(String parameter, String received) {
        if (!SESSION_NAME.matcher(received).matches()) {
            throw StsException.invalid(
                    Character.toLowerCase(parameter.charAt(0)) + parameter.substring(1),
                    "'" + received + "'",
                    "satisfy regular expression pattern: [\\w+=,.@-]*",
                    parameter + " is \"" + received + "\"; expected 2 to 64 letters, digits or characters of _+=,.@-.");
        }
        return received;
    }

    private static Map<String, String> tags(StsRequest request) {
        Map<String, String> tags = request.tags();
        if (tags.size() > MAX_TAGS) {
            throw StsException.invalid(
                    "tags",
                    "'" + tags.keySet() + "'",
                    "have length less than or equal to " + MAX_TAGS,
                    "The request has " + tags.size() + " tags; expected at most " + MAX_TAGS + ".");
        }
        return tags;
    }

    static String required(StsRequest request, String parameter, String member) {
        return request.value(parameter)
                .orElseThrow(() -> StsException.invalid(
                        member, "null", "not be null", "The parameter " + parameter + " is missing."));
    }

    private static Duration duration(StsRequest request, int longestSeconds) {
        Optional<String> received = request.value("DurationSeconds");
        if (received.isEmpty()) {
            return DEFAULT_DURATION;
        }
        int seconds = received.filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElseThrow(() -> new StsException(
                        StsError.MALFORMED_INPUT,
                        "Unexpected character in DurationSeconds",
                        "DurationSeconds is \"" + received.get() + "\"; expected an integer, for example 900."));
        if (seconds < SHORTEST_SECONDS || seconds > longestSeconds) {
            boolean tooShort = seconds < SHORTEST_SECONDS;
            throw StsException.invalid(
                    "durationSeconds",
                    "'" + seconds + "'",
                    "have value " + (tooShort ? "greater" : "less") + " than or equal to "
                            + (tooShort ? SHORTEST_SECONDS : longestSeconds),
                    "DurationSeconds is " + seconds + "; expected " + SHORTEST_SECONDS + " to " + longestSeconds + ".");
        }
        return Duration.ofSeconds(seconds);
    }

    private Optional<NamedPolicy> policy(StsRequest request) {
        if (request.has("PolicyArns")) {
            throw new StsException(
                    StsError.VALIDATION,
                    "PolicyArns is not supported",
                    "The fake has no managed policies to which PolicyArns could refer. Pass the policy itself as Policy.");
        }
        Optional<NamedPolicy> policy = request.value("Policy").map(RoleSessions::parse);
        policy.ifPresent(this::requireRoom);
        return policy;
    }

    private void requireRoom(NamedPolicy policy) {
        try {
            policies.requireSize(PolicyKind.SESSION, policy);
        } catch (InvalidPolicyException tooLarge) {
            throw new StsException(
                    StsError.POLICY_TOO_LARGE,
                    "Packed policy consumes too much of the allotted space",
                    "The parameter Policy: " + tooLarge.getMessage());
        }
    }

    private static NamedPolicy parse(String json) {
        try {
            return new NamedPolicy("session policy", ParsedPolicy.parse(json));
        } catch (InvalidPolicyException invalid) {
            throw new StsException(
                    StsError.MALFORMED_POLICY,
                    "The policy document is malformed or invalid",
                    "The parameter Policy: " + invalid.getMessage());
        }
    }
}
