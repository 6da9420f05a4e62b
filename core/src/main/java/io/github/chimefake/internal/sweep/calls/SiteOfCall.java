package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.Operation;
import io.github.chimefake.sweep.SweepSite;
import java.util.List;

/**
 * A site.
 *
 * @param nthOfLine the number among calls that are equal in all other components
 */
record SiteOfCall(Operation operation, String who, String resource, int occurrence, List<String> lines, int nthOfLine)
        implements SweepSite {
    SiteOfCall {
        lines = List.copyOf(lines);
    }

    /** Returns whether both are the same call, in two runs. Its number among calls of other lines may differ, if some run in parallel. */
    boolean isSameAs(SweepSite other) {
        return other instanceof SiteOfCall that && identity().equals(that.identity());
    }

    /** Returns what the site is recognized by. */
    String identity() {
        return operation + "|" + who + "|" + resource + "|" + lines + "|" + nthOfLine;
    }

    @Override
    public String toString() {
        return operation + (occurrence == 1 ? "" : " #" + occurrence) + " by " + who
                + (resource.isEmpty() ? "" : " " + resource);
    }
}
