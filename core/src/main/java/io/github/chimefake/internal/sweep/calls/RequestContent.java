package io.github.chimefake.internal.sweep.calls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Reads the members of requests. */
final class RequestContent {
    private static final String TOKEN = "ClientRequestToken";
    private static final String TEXT = "Content";

    private RequestContent() {}

    /** Returns the members of a request, without the token, which differs between two requests that mean the same. */
    static Map<String, Object> of(SdkPojo request) {
        Map<String, Object> content = members(request);
        content.remove(TOKEN);
        return content;
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
    static String digest(Map<String, Object> content) {
        String text = CanonicalValue.of(content).text();
        return Integer.toHexString(text.hashCode()) + "-" + text.length();
    }

    /** Returns the texts of messages in a request, at any depth. */
    static List<String> texts(Map<String, Object> content) {
        List<String> texts = new ArrayList<>();
        content.forEach((name, value) -> collect(name, value, texts));
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
