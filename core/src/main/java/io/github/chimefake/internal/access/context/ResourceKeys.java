package io.github.chimefake.internal.access.context;

import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRING;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRINGS;
import static io.github.chimefake.internal.access.context.ContextKey.ofResource;
import static io.github.chimefake.internal.access.context.ContextKey.tagsOfResource;
import static io.github.chimefake.internal.access.context.ContextKey.values;

import io.github.chimefake.internal.access.context.ContextKey.Presence;
import java.util.List;

/** Keys about the resource that an action is checked on. */
final class ResourceKeys {
    static final List<ContextKey> ALL = List.of(
            ofResource(
                    "aws:ResourceAccount",
                    STRING,
                    Presence.ALWAYS,
                    facts -> values(facts.account()),
                    "the account in the resource's ARN; for an action that is checked on `*`, the caller's account, which is an"
                            + " assumption"),
            ofResource(
                    "aws:ResourceOrgPaths",
                    STRINGS,
                    Presence.SOME_RESOURCES,
                    facts -> facts.ofSameOrganization("aws:PrincipalOrgPaths"),
                    "only resources of an organization have it: for those in the caller's account, what"
                            + " `aws:PrincipalOrgPaths` is set to"),
            ofResource(
                    "aws:ResourceOrgID",
                    STRING,
                    Presence.SOME_RESOURCES,
                    facts -> facts.ofSameOrganization("aws:PrincipalOrgID"),
                    "only resources of an organization have it: for those in the caller's account, what `aws:PrincipalOrgID` is"
                            + " set to"),
            tagsOfResource(
                    "aws:ResourceTag/",
                    ResourceFacts::tags,
                    "one key for each tag of an app instance, user, bot, channel or channel flow; of a user or bot that is being"
                            + " created, for each tag of the request, which is documented for AWS in general"));

    private ResourceKeys() {}
}
