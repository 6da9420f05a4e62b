package io.github.chimefake.internal.failures;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.INCOMPLETE_SIGNATURE;
import static io.github.chimefake.ChimeError.INVALID_SIGNATURE;
import static io.github.chimefake.ChimeError.MISSING_AUTHENTICATION_TOKEN;
import static io.github.chimefake.ChimeError.NOT_FOUND;
import static io.github.chimefake.ChimeError.OPT_IN_REQUIRED;
import static io.github.chimefake.ChimeError.REQUEST_EXPIRED;
import static io.github.chimefake.ChimeError.RESOURCE_LIMIT_EXCEEDED;
import static io.github.chimefake.ChimeError.SERVICE_FAILURE;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.THROTTLING;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.ChimeError.UNKNOWN_OPERATION;
import static io.github.chimefake.ChimeError.UNRECOGNIZED_CLIENT;
import static io.github.chimefake.ChimeError.VALIDATION;
import static io.github.chimefake.Layer.BEARER;
import static io.github.chimefake.Layer.CREDENTIALS;
import static io.github.chimefake.Layer.ENDPOINT;
import static io.github.chimefake.Layer.IAM_POLICY;
import static io.github.chimefake.Layer.RATE_LIMIT;
import static io.github.chimefake.Layer.ROLE;
import static io.github.chimefake.Layer.STATE;
import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_USER;
import static io.github.chimefake.Provenance.ASSUMED;
import static io.github.chimefake.Provenance.DOCUMENTED;
import static io.github.chimefake.Provenance.OBSERVED;
import static io.github.chimefake.internal.failures.FailureRow.error;
import static io.github.chimefake.internal.failures.FailureRow.network;
import static io.github.chimefake.internal.failures.FailureRow.outage;
import static io.github.chimefake.internal.failures.OperationSets.EVERY;
import static io.github.chimefake.internal.failures.OperationSets.NAMING_RESOURCES;
import static io.github.chimefake.internal.failures.OperationSets.NAMING_USERS;
import static io.github.chimefake.internal.failures.OperationSets.WITHOUT_BEARER;
import static io.github.chimefake.internal.failures.OperationSets.WITHOUT_CAUSE_OF_FORBIDDEN;
import static io.github.chimefake.internal.failures.OperationSets.WITH_ASSUMED_ROLES;
import static io.github.chimefake.internal.failures.OperationSets.WITH_BATCH;
import static io.github.chimefake.internal.failures.OperationSets.WITH_BEARER;
import static io.github.chimefake.internal.failures.OperationSets.WITH_DOCUMENTED_ROLES;
import static io.github.chimefake.internal.failures.OperationSets.modeling;
import static io.github.chimefake.internal.failures.OperationSets.only;
import static io.github.chimefake.internal.failures.OperationSets.without;

import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The failures that operations can meet in production, in the order in which a request meets them. Documentation, the annotations of the
 * JUnit extension and other languages take them from here. Errors that only the fake has are not in it, nor are failures that an operation
 * cannot meet: no error about the bearer, for example, where requests have none.
 */
public final class FailureTable {
    private static final String NOT_AUTHORIZED =
            "User: {caller} is not authorized to perform: {action} on resource: {resource} ";

    // spotless:off
    private static final List<FailureRow> ROWS = List.of(
            error("unknown-operation",       UNKNOWN_OPERATION,            ENDPOINT,    ASSUMED,    EVERY,                    "the request went to an endpoint that does not have the operation"),

            error("no-signature",            MISSING_AUTHENTICATION_TOKEN, CREDENTIALS, ASSUMED,    EVERY,                    "the client has no credentials, so it does not sign"),
            error("incomplete-signature",    INCOMPLETE_SIGNATURE,         CREDENTIALS, ASSUMED,    EVERY,                    "the Authorization header lacks a part"),
            error("unrecognized-client",     UNRECOGNIZED_CLIENT,          CREDENTIALS, ASSUMED,    EVERY,                    "the access key or the session token is unknown, for example after a rotation").lasting(),
            error("expired-token",           EXPIRED_TOKEN,                CREDENTIALS, OBSERVED,   EVERY,                    "the temporary credentials have expired").lasting(),
            error("wrong-signature",         INVALID_SIGNATURE,            CREDENTIALS, ASSUMED,    EVERY,                    "the secret key is wrong, or the request was changed after it was signed"),
            error("signed-for-region",       INVALID_SIGNATURE,            CREDENTIALS, ASSUMED,    EVERY,                    "the request is signed for another region").saying("Credential should be scoped to a valid Region, not {other-region}"),
            error("signed-for-service",      INVALID_SIGNATURE,            CREDENTIALS, ASSUMED,    EVERY,                    "the request is signed for another service").saying("Credential should be scoped to correct service: 'chime'"),
            error("signature-expired",       INVALID_SIGNATURE,            CREDENTIALS, ASSUMED,    EVERY,                    "the clock of the client is slow, or the request came late").saying("Signature expired: {20-minutes-ago} is now earlier than {5-minutes-ago} ({now} - 5 min.)"),
            error("request-expired",         REQUEST_EXPIRED,              CREDENTIALS, ASSUMED,    EVERY,                    "the date of the request is too old"),
            error("not-subscribed",          OPT_IN_REQUIRED,              CREDENTIALS, ASSUMED,    EVERY,                    "the account is not subscribed to the service"),
            error("unauthorized-client",     UNAUTHORIZED_CLIENT,          CREDENTIALS, DOCUMENTED, WITHOUT_BEARER,           "the service model lists the error, and no cause is published"),

            error("no-policy-allows",        ACCESS_DENIED,                IAM_POLICY,  OBSERVED,   EVERY,                    "no IAM policy allows the action").saying(NOT_AUTHORIZED + "because no identity-based policy allows the {action} action").lasting(),
            error("policy-denies",           ACCESS_DENIED,                IAM_POLICY,  OBSERVED,   EVERY,                    "an IAM policy denies the action").saying(NOT_AUTHORIZED + "with an explicit deny in an identity-based policy").lasting(),

            error("throttled",               THROTTLED_CLIENT,             RATE_LIMIT,  DOCUMENTED, EVERY,                    "the rate of calls is too high"),
            error("throttled-by-front-end",  THROTTLING,                   RATE_LIMIT,  ASSUMED,    EVERY,                    "the rate of calls is too high for the front end"),
            error("member-throttled",        THROTTLED_CLIENT,             RATE_LIMIT,  ASSUMED,    WITH_BATCH,               "the rate of calls became too high within the batch").ofOneMember(),

            error("bad-request",             BAD_REQUEST,                  Layer.VALIDATION, DOCUMENTED, modeling(BAD_REQUEST), "the request breaks a constraint"),
            error("validation",              VALIDATION,                   Layer.VALIDATION, ASSUMED,    EVERY,                 "the request breaks a constraint that the front end checks"),

            error("unknown-bearer",          UNAUTHORIZED_CLIENT,          BEARER,      OBSERVED,   WITH_BEARER,              "the bearer is not a registered user, or was deleted").saying("An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.").lasting(),

            error("role",                    FORBIDDEN,                    ROLE,        DOCUMENTED, WITH_DOCUMENTED_ROLES,    "the role of the bearer does not allow the call").lasting(),
            error("role",                    FORBIDDEN,                    ROLE,        ASSUMED,    WITH_ASSUMED_ROLES,       "the role of the bearer does not allow the call").lasting(),

            error("unknown-user",            FORBIDDEN,                    STATE,       OBSERVED,   only(CREATE_CHANNEL, CREATE_CHANNEL_MEMBERSHIP), "a user in the request is not registered").saying(OperationSets.INVALID_USER),
            error("unknown-user",            FORBIDDEN,                    STATE,       ASSUMED,    without(NAMING_USERS, CREATE_CHANNEL, CREATE_CHANNEL_MEMBERSHIP), "a user in the request is not registered").saying(OperationSets.INVALID_USER),
            error("forbidden-resource",      FORBIDDEN,                    STATE,       OBSERVED,   only(DESCRIBE_APP_INSTANCE_USER), "a resource in the request does not exist"),
            error("forbidden-resource",      FORBIDDEN,                    STATE,       ASSUMED,    without(NAMING_RESOURCES, DESCRIBE_APP_INSTANCE_USER), "a resource in the request does not exist"),
            error("late-callback",           FORBIDDEN,                    STATE,       DOCUMENTED, only(CHANNEL_FLOW_CALLBACK), "the callback comes more than 48 hours after the message"),
            error("forbidden",               FORBIDDEN,                    STATE,       DOCUMENTED, WITHOUT_CAUSE_OF_FORBIDDEN, "the service model lists the error, and no cause is published"),
            error("not-found",               NOT_FOUND,                    STATE,       DOCUMENTED, modeling(NOT_FOUND),      "a resource in the request does not exist"),
            error("not-found",               NOT_FOUND,                    STATE,       OBSERVED,   only(DESCRIBE_APP_INSTANCE_USER), "a resource in the request does not exist"),
            error("conflict",                CONFLICT,                     STATE,       DOCUMENTED, modeling(CONFLICT),       "the call conflicts with the current state of a resource"),
            error("resource-limit",          RESOURCE_LIMIT_EXCEEDED,      STATE,       DOCUMENTED, modeling(RESOURCE_LIMIT_EXCEEDED), "a quota is used up"),
            error("member-unknown",          FORBIDDEN,                    STATE,       ASSUMED,    WITH_BATCH,               "the member is not a registered user, or is banned").saying(OperationSets.INVALID_USER).ofOneMember(),
            error("member-conflict",         CONFLICT,                     STATE,       ASSUMED,    WITH_BATCH,               "the member is in the channel already").ofOneMember(),
            error("member-resource-limit",   RESOURCE_LIMIT_EXCEEDED,      STATE,       ASSUMED,    WITH_BATCH,               "the member is in too many channels").ofOneMember(),

            outage("service-failure",        SERVICE_FAILURE,                           DOCUMENTED, EVERY,                    "the service failed unexpectedly"),
            outage("service-unavailable",    SERVICE_UNAVAILABLE,                       DOCUMENTED, EVERY,                    "the service is unavailable"),

            network("request-lost",       FailurePlacement.BEFORE_EXECUTION,   DOCUMENTED, EVERY, "the connection is reset before the service receives the request"),
            network("response-lost",      FailurePlacement.RESPONSE_LOST,      DOCUMENTED, EVERY, "the connection is closed before the response arrives"),
            network("response-lost-once", FailurePlacement.RESPONSE_LOST_ONCE, DOCUMENTED, EVERY, "the connection is closed before the response to the first attempt arrives"),
            network("response-delayed",   FailurePlacement.RESPONSE_DELAYED,   DOCUMENTED, EVERY, "the response comes a minute late"));
    // spotless:on

    private FailureTable() {}

    /** Returns the rows. */
    static List<FailureRow> rows() {
        return ROWS;
    }

    /** Returns the failures of one operation. */
    public static List<OperationFailure> failures(Operation operation) {
        return ROWS.stream()
                .filter(row -> row.operations().contains(operation))
                .flatMap(row -> row.placements().stream()
                        .<OperationFailure>map(placement -> new TableFailure(operation, row, placement)))
                .toList();
    }

    /** Returns the operations that meet the failure with this id. */
    static Set<Operation> operations(String id) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        ROWS.stream()
                .filter(row -> row.id().equals(id))
                .map(FailureRow::operations)
                .forEach(operations::addAll);
        return operations;
    }
}
