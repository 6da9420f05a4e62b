package io.github.chimefake.internal.sweep.calls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What a request contains, without the client request token, which differs between two requests that mean the same.
 *
 * @param members the members that are there, by their names
 * @param canonical the members as they are compared with those of another run
 */
public record RequestContent(Map<String, Object> members, String canonical) {
    private static final String TOKEN = "ClientRequestToken";
    private static final String TEXT = "Content";

    /** Returns the content of a request. */
    static RequestContent of(SdkPojo request) {
        Map<String, Object> members = members(request);
        members.remove(TOKEN);
        return of(members);
    }

    /** Returns the content with these members. */
    public static RequestContent of(Map<String, Object> members) {
        return new RequestContent(
                Collections.unmodifiableMap(members), CanonicalValue.of(members).text());
    }

    /** Returns whether the response to a batch reports members that failed. */
    static boolean hasErrorsOfMembers(SdkPojo response) {
        return members(response).get("Errors") instanceof Collection<?> errors && !errors.isEmpty();
    }

    private static Map<String, Object> members(SdkPojo part) {
        Map<String, Object> members = new TreeMap<>();
        for (SdkField<?> field : part.sdkFields()) {
            Object value = field.getValueOrDefault(part);
            if (value != null) {
                members.put(field.memberName(), value);
            }
        }
        return members;
    }

    /** Returns a text that is the same for the same content in another run, and hardly ever for another content. */
    String digest() {
        return Integer.toHexString(canonical.hashCode()) + "-" + canonical.length();
    }

    /** Returns the texts of messages in the request, at any depth. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        members.forEach((name, value) -> collect(name, value, texts));
        return texts;
    }

    private static void collect(String name, Object value, List<String> texts) {
        if (value instanceof String text) {
            if (name.equals(TEXT)) {
                texts.add(text);
            }
        } else if (value instanceof SdkPojo part) {
            members(part).forEach((member, inner) -> collect(member, inner, texts));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> collect(name, item, texts));
        }
    }
}
