package io.github.chimefake.journal;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * A call in the journal: one request with its retries, and the response to each attempt. Immutable.
 *
 * @since 0.1
 */
public interface RecordedCall {
    /** Returns the HTTP method. */
    String method();

    /** Returns the path and query as sent. */
    String target();

    /** Returns the operation; empty if no operation has this method and path. */
    Optional<Operation> operation();

    /** Returns the request in the SDK's type; empty if no operation has this method and path. */
    Optional<AwsRequest> request();

    /** Returns the caller that signed the request; empty if no operation has this method and path. */
    Optional<ChimeCaller> caller();

    /** Returns the ARN in {@code x-amz-chime-bearer}; empty if there was none. */
    Optional<String> bearer();

    /** Returns the ARN of the channel that the request names; empty if it names none. */
    Optional<String> channelArn();

    /** Returns the attempts, at least one, in the order in which their requests were received. */
    List<RecordedAttempt> attempts();

    /**
     * Returns how long the client waited after the response to each attempt until it sent the next one: one duration less than there are
     * attempts. The delay of a response is no part of it; the time that effects and predicates of the test take is, and so is that of a
     * slow body. Zero if the client did not wait for the response.
     */
    @Experimental
    List<Duration> pauses();

    /** Returns the last attempt, whose response the client got. */
    RecordedAttempt lastAttempt();

    /** Returns the response to the last attempt in the SDK's type; empty if it was an error or came from a WireMock stub. */
    Optional<AwsResponse> response();

    /**
     * Returns the error response to the last attempt; empty if there was no error, or a WireMock stub or a fault in place of the service
     * responded.
     */
    Optional<ErrorResponse> errorResponse();

    /**
     * Returns the error with which IAM policies would have denied the last attempt in {@code PolicyMode.ENFORCE}; empty if they
     * allowed it, or are enforced.
     */
    Optional<ErrorResponse> auditModeDenial();

    /**
     * Returns why rules and policies allowed the last attempt: which rule, or which statement of which policy on which resource.
     * Empty if they denied it, or if it failed before they were evaluated.
     */
    Optional<String> authorization();

    /** Returns whether a WireMock stub of the user responded to the last attempt. */
    boolean isStubbed();

    /** Returns whether {@code chime.actor(…)} made the call, on behalf of the test. */
    @Experimental
    boolean isByActor();

    /**
     * Returns a printout of the request and of each attempt's outcome, with the explanation of each error. ARNs are printed as names, and
     * texts are shortened or omitted, depending on {@code printTexts} of the fake's builder.
     */
    @Override
    String toString();

    /**
     * One attempt of a call and the response to it. Immutable.
     *
     * @since 0.1
     */
    interface RecordedAttempt {
        /** Returns the number of the attempt as the client counts, from 1. */
        int number();

        /** Returns the system time at which the request was received. */
        Instant receivedAt();

        /** Returns how long a fault, or the fixed delay of a WireMock stub, delayed the response; zero if it was not delayed. */
        Duration delay();

        /**
         * Returns the faults that applied to the attempt, in the order of registration, each as its {@link io.github.chimefake.Registration}
         * describes itself. Effects that only pass the call on are left out.
         */
        @Experimental
        List<String> appliedFaults();

        /** Returns the HTTP status of the response; 503 for a request that a fault lost, to which no response was sent. */
        int status();

        /** Returns the response's {@code x-amzn-RequestId}; empty if a WireMock stub, or a fault in place of the service, responded. */
        Optional<String> requestId();

        /** Returns what happened to the connection instead of the response; empty if the response was sent. */
        Optional<ConnectionFault> connectionFault();

        /** Returns the response in the SDK's type; empty if it was an error or came from a WireMock stub. */
        Optional<AwsResponse> response();

        /** Returns the error response; empty if there was no error, or a WireMock stub or a fault in place of the service responded. */
        Optional<ErrorResponse> errorResponse();

        /**
         * Returns the error with which IAM policies would have denied the attempt in {@code PolicyMode.ENFORCE}; empty if they allowed
         * it, or are enforced.
         */
        Optional<ErrorResponse> auditModeDenial();

        /** Returns why rules and policies allowed the attempt; empty if they denied it, or if it failed before they were evaluated. */
        Optional<String> authorization();

        /** Returns whether a WireMock stub of the user responded. */
        boolean isStubbed();
    }

    /**
     * The way in which a fault ended the connection instead of sending a response.
     *
     * @since 0.1
     */
    enum ConnectionFault {
        /** The connection is reset. */
        RESET,
        /** The connection is closed before the first byte. */
        CLOSE
    }
}
