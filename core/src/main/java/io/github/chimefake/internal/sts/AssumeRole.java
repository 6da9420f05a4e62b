package io.github.chimefake.internal.sts;

import io.github.chimefake.internal.exchange.Caller;
import java.util.Optional;

/**
 * Makes a session of a role. Every registered caller may assume every role, because the fake knows no trust policies; so
 * {@code ExternalId}, MFA and transitive tags have no effect.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class AssumeRole implements StsAction {
    static final String NAME = "AssumeRole";

    static final int LONGEST_SECONDS = 43_200;
    /** For sessions that are made by another session. */
    private static final int LONGEST_CHAINED_SECONDS = 3_600;

    private final RoleSessions sessions;

    AssumeRole(RoleSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public StsXml.Content perform(StsRequest request, Optional<Caller> caller) {
        boolean chained = caller.orElseThrow().sessionArn().contains(":assumed-role/");
        int seconds = request.value("DurationSeconds")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
        if (chained && seconds > LONGEST_CHAINED_SECONDS) {
            throw new StsException(
                    StsError.VALIDATION,
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
                    "DurationSeconds is " + seconds + ", and " + caller.get() + " is itself the session of a role;"
                            + " expected at most " + LONGEST_CHAINED_SECONDS + ".");
        }
        return RoleSessions.content(request, sessions.issue(request, LONGEST_SECONDS));
    }
}
