package io.github.chimefake.internal.access.policies;

import io.github.chimefake.internal.arn.Arn;
import java.util.Map;

/** Tells the tags of a resource, which policies may ask for and only the service knows. */
@FunctionalInterface
public interface ResourceTags {
    /** The tags that the resource has now, in a map that does not change; empty if it has none or does not exist. */
    Map<String, String> of(Arn resource);
}
