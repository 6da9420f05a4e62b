package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.Operation;
import io.github.chimefake.sweep.SweepSite;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A site. Two are equal if they are the same call, in two runs.
 *
 * @param content a digest of what the request contains
 * @param nthOfLine the number among calls of the same operation, line and resource
 * @param nthOfContent the number among those with the same content
 * @param byContent whether the call is recognized by its content, and not by its number among calls of the line
 */
record SiteOfCall(
        Operation operation,
        String who,
        Optional<String> channel,
        List<String> otherResources,
        int occurrence,
        List<String> lines,
        String content,
        int nthOfLine,
        int nthOfContent,
        boolean byContent)
        implements SweepSite {
    SiteOfCall {
        otherResources = List.copyOf(otherResources);
        lines = List.copyOf(lines);
    }

    /** Returns what calls of one line about the same resource have in common. */
    String group() {
        return Sites.group(this);
    }

    /** Returns what the site is recognized by. Its number among calls of other lines may differ, if some run in parallel. */
    String identity() {
        return group() + "|" + (byContent ? content + "|" + nthOfContent : "#" + nthOfLine);
    }

    SiteOfCall identifiedBy(SiteIdentities identities) {
        return new SiteOfCall(
                operation,
                who,
                channel,
                otherResources,
                occurrence,
                lines,
                content,
                nthOfLine,
                nthOfContent,
                identities.areByContent(group()));
    }

    SiteOfCall withOccurrence(int other) {
        return new SiteOfCall(
                operation, who, channel, otherResources, other, lines, content, nthOfLine, nthOfContent, byContent);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SiteOfCall that && identity().equals(that.identity());
    }

    @Override
    public int hashCode() {
        return identity().hashCode();
    }

    @Override
    public String toString() {
        return SiteName.of(this);
    }
}
