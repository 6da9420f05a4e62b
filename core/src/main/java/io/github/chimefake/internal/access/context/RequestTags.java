package io.github.chimefake.internal.access.context;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The tags in a request. Each of the two services has its own class for a tag. */
public final class RequestTags {
    private RequestTags() {}

    /** Returns the tags of a request that creates or tags a resource, without incomplete ones, which validation reports later. */
    public static Map<String, String> of(SdkPojo request) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (SdkPojo tag : listOf(request, "Tags", SdkPojo.class)) {
            Optional<String> value = member(tag, "Value");
            member(tag, "Key").ifPresent(key -> value.ifPresent(present -> tags.put(key, present)));
        }
        return tags;
    }

    /** Returns the keys of the tags. A request that removes tags has only their keys. */
    static List<String> keys(SdkPojo request) {
        Map<String, String> tags = of(request);
        return tags.isEmpty() ? listOf(request, "TagKeys", String.class) : List.copyOf(tags.keySet());
    }

    private static Optional<String> member(SdkPojo tag, String name) {
        return tag.sdkFields().stream()
                .filter(field -> field.memberName().equals(name))
                .map((SdkField<?> field) -> field.getValueOrDefault(tag))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    private static <T> List<T> listOf(SdkPojo request, String member, Class<T> type) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().equals(member) && field.getValueOrDefault(request) instanceof List<?> values) {
                return values.stream().filter(type::isInstance).map(type::cast).toList();
            }
        }
        return List.of();
    }
}
