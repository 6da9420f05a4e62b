package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.http.Excerpt;

/**
 * Where in a request a value stands, for example {@code Fields[2].Values[0]} or {@code MessageAttributes["colour"]}.
 *
 * @param text the path in words
 */
record MemberPath(String text) {
    /** A member of the request itself. */
    static MemberPath of(String member) {
        return new MemberPath(member);
    }

    MemberPath member(String name) {
        return new MemberPath(text + "." + name);
    }

    MemberPath item(int index) {
        return new MemberPath(text + "[" + index + "]");
    }

    /** The value that a map has for the key. */
    MemberPath entry(String key) {
        return new MemberPath(text + "[\"" + Excerpt.of(key) + "\"]");
    }

    /** A key of a map; which, the value received says. */
    MemberPath key() {
        return new MemberPath(text + " (key)");
    }

    @Override
    public String toString() {
        return text;
    }
}
