package io.github.chimefake.internal.access.context;

import static io.github.chimefake.internal.access.context.ContextKey.ValueType.ARN;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.BOOLEAN;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.DATE;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.IP_ADDRESS;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.NUMERIC;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRING;
import static io.github.chimefake.internal.access.context.ContextKey.ofCall;
import static io.github.chimefake.internal.access.context.ContextKey.ofCaller;
import static io.github.chimefake.internal.access.context.ContextKey.valueIf;
import static io.github.chimefake.internal.access.context.ContextKey.values;
import static io.github.chimefake.internal.access.context.ContextKey.whenSet;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.access.context.ContextKey.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys that temporary credentials bring with them. */
final class SessionKeys {
    private static final String MFA_AGE = "aws:MultiFactorAuthAge";
    private static final String MFA_PRESENT = "aws:MultiFactorAuthPresent";

    /** Providers that AWS knows by name; all others are resources of an account. */
    private static final Set<String> BUILT_IN_PROVIDERS =
            Set.of("accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com", "www.amazon.com");

    static final List<ContextKey> ALL = List.of(
            whenSet("aws:AssumedRoot", BOOLEAN, "only sessions of `AssumeRoot` have it"),
            ofCaller(
                    "aws:FederatedProvider",
                    STRING,
                    Presence.SOME_CALLERS,
                    facts -> values(facts.identityProvider().map(provider -> federatedProvider(facts, provider))),
                    "sessions of an OpenID Connect provider have it: once a key of the provider is set, such as"
                            + " `cognito-identity.amazonaws.com:sub`, its name, or its ARN if AWS does not know it by name"),
            ofCall(
                    "aws:TokenIssueTime",
                    DATE,
                    Presence.SOME_CALLERS,
                    facts -> values(facts.caller().issued().map(Instant::toString)),
                    "temporary credentials have it: when they were issued or renewed, by the fake's clock; long-term keys do not"),
            whenSet("aws:SignInSessionArn", ARN, "only sessions of AWS Sign-In have it"),
            ofCall(
                            MFA_AGE,
                            NUMERIC,
                            Presence.SOME_CALLERS,
                            facts -> values(age(facts)),
                            "only callers with multi-factor authentication have it: once `aws:MultiFactorAuthPresent` is set to `true` for"
                                    + " temporary credentials, the seconds since they were issued")
                    .rests(Provenance.ASSUMED),
            ofCaller(
                    MFA_PRESENT,
                    BOOLEAN,
                    Presence.SOME_CALLERS,
                    facts -> valueIf(
                            facts.isTemporary() && !facts.isFederated(), Boolean.toString(facts.hasAny(MFA_AGE))),
                    "temporary credentials of users and roles have it: `false` until it or `aws:MultiFactorAuthAge` is set;"
                            + " long-term keys and federated identities do not, the latter including roles with a key of an identity"
                            + " provider"),
            whenSet("aws:ChatbotSourceArn", ARN, "only sessions of Amazon Q Developer in chat applications have it"),
            whenSet("aws:Ec2InstanceSourceVpc", STRING, "only the role of an EC2 instance has it"),
            whenSet("aws:Ec2InstanceSourcePrivateIPv4", IP_ADDRESS, "only the role of an EC2 instance has it"),
            whenSet(
                    "aws:SourceIdentity",
                    STRING,
                    "only sessions have it whose role was assumed with a source identity"),
            whenSet("ec2:RoleDelivery", NUMERIC, "only the role of an EC2 instance has it"),
            whenSet("ec2:SourceInstanceArn", ARN, "only the role of an EC2 instance has it"),
            whenSet("glue:RoleAssumedBy", STRING, "only a service role that AWS Glue itself uses has it"),
            whenSet("glue:CredentialIssuingService", STRING, "only the role of an AWS Glue job has it"),
            whenSet("codebuild:BuildArn", ARN, "only the role of a CodeBuild build has it"),
            whenSet("codebuild:ProjectArn", ARN, "only the role of a CodeBuild build has it"),
            whenSet("lambda:SourceFunctionArn", ARN, "only the role of a Lambda function has it"),
            whenSet("ssm:SourceInstanceArn", ARN, "only the role of an instance that Systems Manager manages has it"),
            whenSet("identitystore:UserId", STRING, "only users of IAM Identity Center have it"));

    private SessionKeys() {}

    private static String federatedProvider(CallerFacts facts, String provider) {
        if (BUILT_IN_PROVIDERS.contains(provider)) {
            return provider;
        }
        String account = String.join("", facts.principal().values("aws:PrincipalAccount"));
        return "arn:" + facts.caller().principalArn().split(":", 3)[1] + ":iam::" + account + ":oidc-provider/"
                + provider;
    }

    private static Optional<String> age(CallFacts facts) {
        return facts.set().values(MFA_PRESENT).stream().anyMatch("true"::equalsIgnoreCase)
                ? facts.caller()
                        .issued()
                        .map(issued -> Duration.between(issued, facts.now()).toSeconds())
                        .map(seconds -> Long.toString(Math.max(0, seconds)))
                : Optional.empty();
    }
}
