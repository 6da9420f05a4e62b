package io.github.chimefake.internal.iam.pattern;

import java.util.List;

/** Matches segment by segment; an open segment, one that ends with {@code *}, may take in any that follow. */
record SegmentedGlob(List<Glob> segments) implements TextMatcher {
    private static final char SEPARATOR = ':';

    /** Goes through the segments as {@link Glob} goes through characters, an open one being the {@code *}. */
    @Override
    public boolean matches(String text) {
        int at = 0;
        int position = 0;
        int open = -1;
        int retry = 0;
        while (position <= text.length()) {
            if (open == segments.size() - 1) {
                return true;
            }
            int end = endOfSegment(text, position);
            if (at < segments.size() && segments.get(at).matches(text, position, end)) {
                position = end + 1;
                if (segments.get(at).endsWithMany()) {
                    open = at;
                    retry = position;
                }
                at++;
            } else if (open >= 0 && retry <= text.length()) {
                at = open + 1;
                retry = endOfSegment(text, retry) + 1;
                position = retry;
            } else {
                return false;
            }
        }
        return at == segments.size();
    }

    /** Where the segment ends that begins there. */
    static int endOfSegment(String text, int start) {
        int end = text.indexOf(SEPARATOR, start);
        return end < 0 ? text.length() : end;
    }
}
