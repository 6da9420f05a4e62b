package io.github.chimefake.internal.control.actors;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import io.github.chimefake.session.SessionClosedException;
import io.github.chimefake.sessions.RecordedSession;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What actions of actors throw, as JSON. */
record ActorErrors(ControlledFake fake) {
    static final Schema SCHEMA = Schema.object("The error of the action.")
            .required("class", Schema.string("The exception of Java, for example ForbiddenException."))
            .optional("code", Schema.string("The error code; missing if there was no response."))
            .optional("status", Schema.integer("The HTTP status; missing if there was no response.", 100, 599))
            .optional(
                    "closeCode",
                    Schema.integer(
                            "The code with which a connect was closed before its session was established.", 0, 65_535))
            .required("message", Schema.string("The message.").length(0, Integer.MAX_VALUE))
            .optional("requestId", Schema.string("The x-amzn-RequestId of the response."))
            .optional(
                    "explanation",
                    Schema.string("Why it failed: what was received, what is valid, what to do.")
                            .length(0, Integer.MAX_VALUE));

    /** Reads an exception of the artifact with the client of sessions. Loaded only if there is one. */
    private static final class Closed {
        private static int code(RuntimeException failure) {
            return ((SessionClosedException) failure).code();
        }
    }

    /**
     * Returns what an action has thrown, as JSON.
     *
     * @throws RuntimeException if it is no error of an action
     */
    JsonObject of(ChimeUser user, RuntimeException failure) {
        if (failure instanceof SdkException error) {
            return ofCall(error);
        }
        if (isClosedSession(failure)) {
            return failure.getCause() instanceof SdkException lookup ? ofCall(lookup) : ofConnect(user, failure);
        }
        if (failure instanceof IllegalStateException && fake.chime().isRunning()) {
            if (failure.getCause() instanceof ClassNotFoundException) {
                throw ProblemException.conflict(message(failure));
            }
            return named(failure).text("message", message(failure)).toJson();
        }
        throw failure;
    }

    /** Compares the name, because the class is in an artifact that need not be there. */
    private static boolean isClosedSession(RuntimeException failure) {
        return failure.getClass().getName().equals("io.github.chimefake.session.SessionClosedException");
    }

    private static JsonBuilder named(RuntimeException failure) {
        return new JsonBuilder().text("class", failure.getClass().getSimpleName());
    }

    private static String message(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }

    private JsonObject ofConnect(ChimeUser user, RuntimeException failure) {
        return named(failure)
                .number("closeCode", Closed.code(failure))
                .text("message", message(failure))
                .text("explanation", explanationOfConnect(user))
                .toJson();
    }

    /** Returns why the last connect of the actor failed; the code under test may have connected as the same user since. */
    private Optional<String> explanationOfConnect(ChimeUser user) {
        return fake.chime().sessions().history().stream()
                .filter(connect -> connect.isByActor()
                        && connect.userArn().filter(user.arn()::equals).isPresent())
                .reduce((earlier, later) -> later)
                .flatMap(RecordedSession::explanation);
    }

    private JsonObject ofCall(SdkException failure) {
        JsonBuilder json = named(failure);
        if (!(failure instanceof AwsServiceException response)) {
            return json.text("message", message(failure)).toJson();
        }
        Optional<AwsErrorDetails> details = Optional.ofNullable(response.awsErrorDetails());
        json.text("code", details.map(AwsErrorDetails::errorCode))
                .number("status", response.statusCode())
                .text("message", details.map(AwsErrorDetails::errorMessage).orElseGet(() -> message(failure)));
        Optional<String> requestId = Optional.ofNullable(response.requestId());
        return json.text("requestId", requestId)
                .text("explanation", requestId.flatMap(this::explanationOfCall))
                .toJson();
    }

    private Optional<String> explanationOfCall(String requestId) {
        return fake.chime().journal().calls().stream()
                .flatMap(call -> call.attempts().stream())
                .filter(attempt -> attempt.requestId().filter(requestId::equals).isPresent())
                .findFirst()
                .flatMap(RecordedAttempt::errorResponse)
                .map(ErrorResponse::explanation);
    }
}
