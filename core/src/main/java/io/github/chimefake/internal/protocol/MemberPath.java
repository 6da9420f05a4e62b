package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.http.Excerpt;
import io.github.chimefake.internal.http.Secrets;

/**
 * The path of a value in a request, for example {@code Fields[2].Values[0]} or {@code MessageAttributes["color"]}.
 *
 * @param text the path as text
 */
record MemberPath(String text) {
    /** Returns the path of a member of the request itself. */
    static MemberPath of(String member) {
        return new MemberPath(member);
    }

    MemberPath member(String name) {
        return new MemberPath(text + "." + name);
    }

    MemberPath item(int index) {
        return new MemberPath(text + "[" + index + "]");
    }

    /** Returns the path of the value of a map for the key. */
    MemberPath entry(String key) {
        return new MemberPath(text + "[\"" + Excerpt.of(key) + "\"]");
    }

    /** Returns the path of a key of a map. The key itself is the received value. */
    MemberPath key() {
        return new MemberPath(text + " (key)");
    }

    /** Returns whether the value is a credential, such as the token with which notifications are sent to a device. */
    boolean isOfSecret() {
        return Secrets.isName(text) && !text.equals("ClientRequestToken");
    }

    @Override
    public String toString() {
        return text;
    }
}
