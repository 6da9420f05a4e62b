package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.sweep.SweepSite;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * A call of a run, with all its attempts, when the run has ended.
 *
 * @param content the members of its request, without client request tokens
 * @param injected the failure that it met because of the sweep
 * @param failed whether the client got no successful response
 * @param error the error of its last response; empty if it succeeded or was lost
 * @param denied whether that is an authorization failure
 * @param began when the code made it
 * @param ended when the code got its exception, or else when the last attempt was processed
 */
public record SweptCall(
        SweepSite site,
        Map<String, Object> content,
        Optional<OperationFailure> injected,
        boolean failed,
        Optional<String> error,
        boolean denied,
        Moment began,
        Moment ended) {
    /** Returns whether the code made a pause between this call and a later one. */
    public boolean isBeforePause(SweptCall later) {
        return ended.isBeforePause(later.began);
    }

    /** Returns operation, who and resource, which calls about the same have in common. */
    public String subject() {
        return Sites.subject(site);
    }

    /** Returns whether the operation changes nothing. */
    public boolean isRead() {
        return site.operation().httpMethod() == SdkHttpMethod.GET;
    }

    /** Returns what a site is recognized by in other runs. */
    public static String identity(SweepSite site) {
        return site instanceof SiteOfCall own ? own.identity() : site.toString();
    }

    /** Returns whether this repeats another call: the same operation with the same content. */
    public boolean repeats(SweptCall other) {
        return subject().equals(other.subject()) && content.equals(other.content);
    }
}
