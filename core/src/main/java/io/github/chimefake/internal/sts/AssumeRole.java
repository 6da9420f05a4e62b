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

/**
 * Makes a session of a role: a caller with credentials that expire, the session's tags, and its session policy. Every registered caller
 * may assume every role, because the fake knows no trust policies; so {@code ExternalId}, MFA and transitive tags have no effect.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class AssumeRole implements StsAction {
    static final String NAME = "AssumeRole";

    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final Duration DEFAULT_DURATION = Duration.ofHours(1);
    private static final int SHORTEST_SECONDS = 900;
    private static final int LONGEST_SECONDS = 43_200;
    /** For sessions that are made by another session. */
    private static final int LONGEST_CHAINED_SECONDS = 3_600;

    private static final int MAX_TAGS = 50;

    private static final String ROLE = "role/";

    private final Callers callers;
    private final CallerPolicies policies;

    AssumeRole(Callers callers, CallerPolicies policies) {
        this.callers = callers;
        this.policies = policies;
    }

    @Override
    public StsXml.Content perform(StsRequest request, Caller caller) {
        ArnParts role = role(request);
        String sessionName = sessionName(request);
        Duration duration = duration(request, caller);
        Map<String, String> tags = tags(request);
        Optional<NamedPolicy> policy = policy(request);
        String roleName = role.resource().substring(role.resource().lastIndexOf('/') + 1);
        Caller session = callers.register("arn:" + role.partition() + ":sts::" + role.account() + ":assumed-role/"
                + roleName + "/" + sessionName);
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            session = session.tag(tag.getKey(), tag.getValue());
        }
        Optional<String> sourceIdentity = request.value("SourceIdentity");
        if (sourceIdentity.isPresent()) {
            session = session.contextKey("aws:SourceIdentity", sourceIdentity.get());
        }
        Caller issued = Caller.of(session.expiresIn(duration));
        policy.ifPresent(limit -> policies.attach(issued, PolicyKind.SESSION, limit));
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
            if (sourceIdentity.isPresent()) {
                result.text("SourceIdentity", sourceIdentity.get());
            }
        };
    }

    private static ArnParts role(StsRequest request) {
        String received = required(request, "RoleArn", "roleArn");
        return ArnParts.tryParse(received)
                .filter(arn -> arn.service().equals("iam")
                        && arn.account().matches("\\d{12}")
                        && arn.resource().startsWith(ROLE)
                        && arn.resource().length() > ROLE.length())
                .orElseThrow(
                        () -> new StsException(
                                StsError.VALIDATION,
                                received + " is invalid",
                                "RoleArn is \"" + received
                                        + "\"; expected the ARN of a role, for example arn:aws:iam::111122223333:role/chat-backend."));
    }

    private static String sessionName(StsRequest request) {
        String received = required(request, "RoleSessionName", "roleSessionName");
        if (!SESSION_NAME.matcher(received).matches()) {
            throw StsException.invalid(
                    "roleSessionName",
                    "'" + received + "'",
                    "satisfy regular expression pattern: [\\w+=,.@-]*",
                    "RoleSessionName is \"" + received
                            + "\"; expected 2 to 64 letters, digits or characters of _+=,.@-.");
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

    private static String required(StsRequest request, String parameter, String member) {
        return request.value(parameter)
                .orElseThrow(() -> StsException.invalid(
                        member, "null", "not be null", "The parameter " + parameter + " is missing."));
    }

    private static Duration duration(StsRequest request, Caller caller) {
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
        if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
            boolean tooShort = seconds < SHORTEST_SECONDS;
            throw StsException.invalid(
                    "durationSeconds",
                    "'" + seconds + "'",
                    "have value " + (tooShort ? "greater" : "less") + " than or equal to "
                            + (tooShort ? SHORTEST_SECONDS : LONGEST_SECONDS),
                    "DurationSeconds is " + seconds + "; expected " + SHORTEST_SECONDS + " to " + LONGEST_SECONDS
                            + ".");
        }
        if (caller.principalArn().contains(":assumed-role/") && seconds > LONGEST_CHAINED_SECONDS) {
            throw new StsException(
                    StsError.VALIDATION,
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
                    "DurationSeconds is " + seconds + ", and " + caller
                            + " is itself the session of a role; expected at" + " most " + LONGEST_CHAINED_SECONDS
                            + ".");
        }
        return Duration.ofSeconds(seconds);
    }

    private static Optional<NamedPolicy> policy(StsRequest request) {
        if (request.has("PolicyArns")) {
            throw new StsException(
                    StsError.VALIDATION,
                    "PolicyArns is not supported",
                    "The fake has no managed policies to which PolicyArns could refer. Pass the policy itself as Policy.");
        }
        return request.value("Policy").map(AssumeRole::parse);
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
