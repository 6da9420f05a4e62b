package io.github.chimefake.internal.sts;

import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.exchange.Caller;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a session of a role for the token of a web identity. The request is not signed, so only tokens and roles that the test
 * has set up are accepted.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">AssumeRoleWithWebIdentity</a>
 */
final class AssumeRoleWithWebIdentity implements StsAction {
    static final String NAME = "AssumeRoleWithWebIdentity";

    private final Callers callers;
    private final RoleSessions sessions;

    AssumeRoleWithWebIdentity(Callers callers, RoleSessions sessions) {
        this.callers = callers;
        this.sessions = sessions;
    }

    @Override
    public boolean isSigned() {
        return false;
    }

    @Override
    public StsXml.Content perform(StsRequest request, Optional<Caller> caller) {
        String role = RoleSessions.required(request, "RoleArn", "roleArn");
        String token = RoleSessions.required(request, "WebIdentityToken", "webIdentityToken");
        Set<String> accepted = callers.rolesOfWebIdentity(token);
        if (accepted.isEmpty()) {
            throw new StsException(
                    StsError.INVALID_TOKEN,
                    "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)",
                    "The test has not set up this token. Set it up with"
                            + " chime.credentials().acceptWebIdentity(token, role).");
        }
        if (!accepted.contains(role)) {
            throw new StsException(
                    StsError.ACCESS_DENIED,
                    "Not authorized to perform sts:AssumeRoleWithWebIdentity",
                    "RoleArn is " + role + ", and the token was set up for " + accepted
                            + " with chime.credentials().acceptWebIdentity(token, role).");
        }
        return RoleSessions.content(request, sessions.issue(request, AssumeRole.LONGEST_SECONDS));
    }
}
