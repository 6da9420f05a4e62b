package io.github.chimefake.internal.access.context;

import static io.github.chimefake.internal.access.context.ContextKey.ValueType.ARN;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.BOOLEAN;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRING;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRINGS;
import static io.github.chimefake.internal.access.context.ContextKey.ofCaller;
import static io.github.chimefake.internal.access.context.ContextKey.tagsOfCaller;
import static io.github.chimefake.internal.access.context.ContextKey.whenSet;

import io.github.chimefake.internal.access.context.ContextKey.Presence;
import java.util.List;

/** Keys about the principal. */
final class PrincipalKeys {
    static final List<ContextKey> ALL = List.of(
            ofCaller(
                    "aws:PrincipalArn",
                    ARN,
                    Presence.ALWAYS,
                    facts -> orElse(
                            facts.principal().values("aws:PrincipalArn"),
                            facts.caller().principalArn()),
                    "the caller's ARN; of a session, that of its role"),
            ofCaller(
                    "aws:PrincipalAccount",
                    STRING,
                    Presence.ALWAYS,
                    facts -> facts.principal().values("aws:PrincipalAccount"),
                    "the account in the caller's ARN"),
            whenSet(
                    "aws:PrincipalOrgPaths",
                    STRINGS,
                    "only principals in an organization have it, and the fake knows no organizations"),
            whenSet(
                    "aws:PrincipalOrgID",
                    STRING,
                    "only principals in an organization have it, and the fake knows no organizations"),
            tagsOfCaller(
                    "aws:PrincipalTag/",
                    facts -> facts.caller().tags(),
                    "one key for each tag of the caller: `caller.tag(…)`"),
            ofCaller(
                    "aws:PrincipalIsAWSService",
                    BOOLEAN,
                    Presence.ALWAYS,
                    facts -> List.of(Boolean.toString(
                            facts.hasAny("aws:PrincipalServiceName", "aws:PrincipalServiceNamesList"))),
                    "`false`, because callers are IAM principals; `true` once a key with the name of a service principal is set"),
            whenSet("aws:PrincipalServiceName", STRING, "only calls of a service principal have it"),
            whenSet("aws:PrincipalServiceNamesList", STRINGS, "only calls of a service principal have it"),
            ofCaller(
                    "aws:PrincipalType",
                    STRING,
                    Presence.ALWAYS,
                    facts -> facts.principal().values("aws:PrincipalType"),
                    "`User`, `AssumedRole`, `FederatedUser` or, for root, `Account`"),
            ofCaller(
                    "aws:userid",
                    STRING,
                    Presence.ALWAYS,
                    facts -> orElse(
                            facts.principal().values("aws:userid"),
                            facts.caller().userId()),
                    "of a user, its unique identifier; of a role, `ID:SESSION`; of a federated user, `ACCOUNT:NAME`; of root, the"
                            + " account"),
            ofCaller(
                    "aws:username",
                    STRING,
                    Presence.SOME_CALLERS,
                    facts -> facts.principal().values("aws:username"),
                    "IAM users have it, also with temporary credentials; roles, federated users and root do not"));

    private PrincipalKeys() {}

    private static List<String> orElse(List<String> values, String other) {
        return values.isEmpty() ? List.of(other) : values;
    }
}
