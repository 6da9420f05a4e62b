package io.github.chimefake.internal.sdk;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the AWS SDK. Anything after its three numbers is ignored. */
record SdkVersion(int major, int minor, int patch) implements Comparable<SdkVersion> {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?!\\d).*");
    private static final Comparator<SdkVersion> ORDER = Comparator.comparingInt(SdkVersion::major)
            .thenComparingInt(SdkVersion::minor)
            .thenComparingInt(SdkVersion::patch);

    /** Returns the version at the start of the text, or empty if there is none. */
    static Optional<SdkVersion> parse(String text) {
        Matcher matcher = NUMBERS.matcher(text);
        return matcher.matches()
                ? Optional.of(new SdkVersion(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    @Override
    public int compareTo(SdkVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
