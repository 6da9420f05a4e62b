package io.github.chimefake.access;

import java.util.Map;

/** Tells the tags of a resource, which policies may ask for and only the service knows. */
@FunctionalInterface
public interface ResourceTags {
    /** The tags of the resource with this ARN as they are now and stay in this map; none if it has none or does not exist. */
    Map<String, String> of(String resourceArn);
}
