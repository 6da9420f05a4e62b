package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.sweep.SweepSite;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * A call of a run, with all its attempts, when the run has ended.
 *
 * @param caller the principal that signed it
 * @param content what its request contains
 * @param injected the failure that it met because of the sweep
 * @param failed whether the client got no successful response
 * @param error the error of its last response; empty if it succeeded or was lost
 * @param denied whether that is an authorization failure
 * @param failedInPart whether it succeeded, and its response reports members of a batch that failed
 * @param began when the code made it
 * @param ended when the code got its exception, or else when the last attempt was processed
 * @param period from the moment in which it began to that in which it ended
 */
public record SweptCall(
        SweepSite site,
        String caller,
        RequestContent content,
        Optional<OperationFailure> injected,
        boolean failed,
        Optional<String> error,
        boolean denied,
        boolean failedInPart,
        Moment began,
        Moment ended,
        Period period) {
    /** A time, since an arbitrary moment. */
    public record Period(long beganNanos, long endedNanos) {}

    /** Returns whether the code is known to have made no pause between this call and a later one: one thread made both, and did not wait. */
    public boolean isKnownBeforeNoPause(SweptCall later, long codeThread) {
        return ended.isKnownBeforeNoPause(later.began, codeThread);
    }

    /** Returns the request as it is compared with one of another run. */
    public String canonicalRequest() {
        return subject() + "|" + content.canonical();
    }

    /** Returns operation, who and resource, which calls about the same have in common. */
    public String subject() {
        return subject(site);
    }

    /** Returns what a call of a site has in common with others about the same. */
    public static String subject(SweepSite site) {
        return Sites.subject(site);
    }

    /** Returns the names of the channel and of what else the call is about; empty if it is about the app instance. */
    public Set<String> resources() {
        return Stream.concat(site.channel().stream(), site.otherResources().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether the operation changes nothing. */
    public boolean isRead() {
        return site.operation().httpMethod() == SdkHttpMethod.GET;
    }

    /** Returns whether the operation deletes something. */
    public boolean isDeletion() {
        return site.operation().httpMethod() == SdkHttpMethod.DELETE;
    }

    /** Returns what a site is recognized by in other runs. */
    public static String identity(SweepSite site) {
        return site instanceof SiteOfCall own ? own.identity() : site.toString();
    }

    /** Returns the place of the call among those of its line, whatever they contain. */
    public String place() {
        return site instanceof SiteOfCall own ? own.group() + "|#" + own.nthOfLine() : site.toString();
    }

    /** Returns whether calls come from one line, called by the same lines. Of clients whose lines are not known, that is not known. */
    public static boolean haveSameLines(SweepSite one, SweepSite other) {
        return !one.lines().isEmpty() && one.lines().equals(other.lines());
    }

    /** Returns what calls of one line about the same have in common. */
    public String group() {
        return Sites.group(site);
    }

    /** Returns this call with another site. */
    SweptCall at(SweepSite other) {
        return new SweptCall(
                other, caller, content, injected, failed, error, denied, failedInPart, began, ended, period);
    }

    /** Returns this call with another number among calls of the same operation, by the same, on the same resource. */
    public SweptCall withOccurrence(int other) {
        return at(((SiteOfCall) site).withOccurrence(other));
    }

    /** Returns whether this and another call were under way at the same time. */
    public boolean overlaps(SweptCall other) {
        return period.beganNanos < other.period.endedNanos && other.period.beganNanos < period.endedNanos;
    }

    /**
     * Returns whether the code may have made this call after another one: unless one thread made both, the order is a matter of chance.
     *
     * @param received whether it was received after the other one, which decides if both were made at the same moment
     */
    public boolean mayComeAfter(SweptCall other, boolean received) {
        return began.thread() != other.began.thread()
                || (period.beganNanos == other.period.beganNanos
                        ? received
                        : period.beganNanos > other.period.beganNanos);
    }

    /** Returns whether this failure lasts and the call meets it, if it began with another call. */
    public boolean meets(LastingFailure lasting) {
        return lasting.isMetBy(site, site.who(), caller);
    }

    /** Returns whether this repeats another call: the same operation with the same content. */
    public boolean repeats(SweptCall other) {
        return subject().equals(other.subject()) && content.equals(other.content);
    }
}
