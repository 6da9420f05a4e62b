package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.sweep.SweepSite;

/** The name of a site, by which runs are named, too. */
public final class SiteName {
    private SiteName() {}

    /** Returns the name, for example {@code SendChannelMessage #2 by alice in general}. */
    public static String of(SweepSite site) {
        return site.operation() + (site.occurrence() == 1 ? "" : " #" + site.occurrence()) + rest(site);
    }

    /** Returns the name without the number of the call among equal ones. */
    public static String withoutOccurrence(SweepSite site) {
        return site.operation() + rest(site);
    }

    private static String rest(SweepSite site) {
        return " by " + site.who()
                + site.channel().map(" in "::concat).orElse("")
                + (site.otherResources().isEmpty() ? "" : " for " + String.join(", ", site.otherResources()));
    }
}
