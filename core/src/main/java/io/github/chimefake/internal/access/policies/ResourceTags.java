package io.github.chimefake.internal.access.policies;

import io.github.chimefake.internal.arn.Arn;
import java.util.Map;

/** Looks up the tags of resources, which conditions of policies may compare. */
@FunctionalInterface
public interface ResourceTags {
    /** Returns the current tags of the resource in an immutable map; empty if it has none or does not exist. */
    Map<String, String> tags(Arn resource);
}
