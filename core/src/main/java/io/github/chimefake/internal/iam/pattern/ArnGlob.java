package io.github.chimefake.internal.iam.pattern;

import java.util.List;

/** Matches each component of an ARN with its own pattern; a last one that ends with {@code *} stands for those missing. */
record ArnGlob(List<Glob> components) implements TextMatcher {
    /** As many as an ARN has; the last one holds whatever colons follow. */
    static final int COMPONENTS = 6;

    @Override
    public boolean matches(String arn) {
        int position = 0;
        for (int index = 0; index < COMPONENTS; index++) {
            boolean last = index == COMPONENTS - 1;
            int end = last ? arn.length() : SegmentedGlob.endOfSegment(arn, position);
            boolean tooShort = !last && end == arn.length();
            if (tooShort || !matches(index, arn, position, end)) {
                return false;
            }
            position = end + 1;
        }
        return true;
    }

    private boolean matches(int index, String arn, int start, int end) {
        return index < components.size()
                ? components.get(index).matches(arn, start, end)
                : components.get(components.size() - 1).endsWithMany();
    }
}
