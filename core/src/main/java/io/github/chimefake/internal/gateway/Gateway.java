package io.github.chimefake.internal.gateway;

import static io.github.chimefake.internal.gateway.Gate.failingIf;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.background.BackgroundWork;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import io.github.chimefake.internal.exchange.ResponseChange;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.faults.FaultPlan;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.identity.IdentityService;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.journal.JournalAttempt;
import io.github.chimefake.internal.journal.Timing;
import io.github.chimefake.internal.lifetime.UserCodeException;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.protocol.ResponseEncoder;
import io.github.chimefake.internal.protocol.Route;
import io.github.chimefake.internal.protocol.Router;
import io.github.chimefake.internal.rates.RateLimits;
import io.github.chimefake.internal.sts.SecurityTokenService;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Processes every request: binds it, passes it through the gates, records it in the journal, and encodes the response.
 */
public final class Gateway {
    /**
     * Shared, because it is immutable and the templates of all operations take a third of the time to create a fake
     * without a server (measured).
     */
    private static final Router ROUTER = new Router();

    private final ResponseEncoder encoder = new ResponseEncoder();
    private final HttpDate date = new HttpDate();
    private final Binder binder;
    private final Gates gates;
    private final RequestIds requestIds;
    private final MessagingService messaging;
    private final SecurityTokenService tokens;
    private final BackgroundWork background;
    private final Generations generations;
    private final DefaultJournal journal;
    private final RequestLimits limits;
    private final ImpliedRetries retries = new ImpliedRetries(System::nanoTime);
    private final LateCallLog lateCalls = new LateCallLog();

    /** Creates a gateway to the two services. */
    public Gateway(
            FaultPlan faults,
            Access access,
            RateLimits rates,
            MessagingService messaging,
            IdentityService identity,
            SecurityTokenService tokens,
            DefaultJournal journal,
            Generations generations,
            RequestIds requestIds,
            BackgroundWork background,
            RequestLimits limits) {
        this.binder = new Binder(access);
        this.limits = limits;
        this.journal = journal;
        this.generations = generations;
        this.requestIds = requestIds;
        this.messaging = messaging;
        this.tokens = tokens;
        this.background = background;
        this.gates = new Gates(List.of(
                CrossOriginRequests.skipForBrowsers(faults::carryOut, access),
                failingIf(access::authenticate),
                (call, next) -> access.authorize(call, () -> next.apply(call)),
                failingIf(rates::check),
                failingIf(Call::validationError),
                (call, next) -> call.operation().service() == ChimeService.IDENTITY
                        ? CallResult.success(identity.handle(call))
                        : CallResult.success(messaging.handle(call))));
    }

    /** Responds to a request. Every failure ends as an error response in the shape of AWS's. */
    public HttpResponse respond(HttpRequest http) {
        return generations.within(
                http.header(CallOrigin.HEADER),
                late -> late.map(reason -> respondLate(http, reason)).orElseGet(() -> process(http, Optional.empty())));
    }

    /**
     * Responds to a request that comes over no connection, with all checks of one that does. The call counts as under
     * way until {@link #responseSent}, which the same thread calls after it has handed over the response.
     */
    public HttpResponse respondWithoutConnection(HttpRequest http) {
        return respondIfLate(http.header(CallOrigin.HEADER), () -> http)
                .or(() -> respondIfBeyondLimits(() -> http))
                .orElseGet(() -> respond(http));
    }

    /**
     * Responds to a request whose body cannot be read, for example because it ends early.
     *
     * @param http the request without its body
     * @param reason what happened when the body was read
     */
    public HttpResponse respondToUnreadableBody(HttpRequest http, String reason) {
        ServiceError unreadable = new ServiceError(
                Layer.ENDPOINT,
                ChimeError.BAD_REQUEST,
                "The request body could not be read.",
                "The body of " + http + " could not be read: " + reason
                        + ". Expected as many bytes as Content-Length or"
                        + " the chunks say, encoded as Content-Encoding says. Send the whole body before the connection is"
                        + " closed, and do not compress it.",
                Provenance.ASSUMED);
        return respondWithout(http, unreadable);
    }

    private HttpResponse respondWithout(HttpRequest http, ServiceError unread) {
        return generations.within(
                http.header(CallOrigin.HEADER),
                late -> late.map(lateness -> respondLate(http, lateness))
                        .orElseGet(() -> process(http, Optional.of(unread))));
    }

    /** Returns the limits that a request is checked against before its body is read. */
    public RequestLimits limits() {
        return limits;
    }

    /**
     * Responds to a request that breaks a limit; otherwise empty. Called before the body is read.
     *
     * @param head the request without its body, which is read only if there are limits
     */
    public Optional<HttpResponse> respondIfBeyondLimits(Supplier<HttpRequest> head) {
        if (!limits.exist()) {
            return Optional.empty();
        }
        HttpRequest http = head.get();
        return limits.check(http).map(broken -> {
            journal.changes().callBegins();
            return respondWithout(http, broken);
        });
    }

    /**
     * Returns an error response if the request is late, because it must not be processed further; otherwise empty. The
     * first to see a request, so the call counts as under way until {@link #responseSent}.
     *
     * @param origin the value of {@link CallOrigin#HEADER}
     * @param http the request, which is read only if it is late
     */
    public Optional<HttpResponse> respondIfLate(Optional<String> origin, Supplier<HttpRequest> http) {
        journal.changes().callBegins();
        return generations.within(origin, late -> late.map(reason -> respondLate(http.get(), reason)));
    }

    private HttpResponse process(HttpRequest http, Optional<ServiceError> unreadable) {
        long order = nextRequest();
        String requestId = requestIds.next();
        boolean sts = unreadable.isEmpty() && SecurityTokenService.serves(http);
        Optional<Call> bound = Optional.empty();
        CallResult result;
        try {
            Route route = unreadable
                    .<Route>map(Route.Unknown::new)
                    .orElseGet(() -> MisdirectedConnects.explain(http, ROUTER.route(http.method(), http.target())));
            if (sts) {
                result = tokens.respond(http, requestId);
            } else if (route instanceof Route.Matched matched) {
                Call call = retries.recognize(binder.bind(http, matched));
                bound = Optional.of(call);
                result = gates.process(call);
            } else {
                result = CallResult.failure(((Route.Unknown) route).serviceError());
            }
        } catch (LateRequestException late) {
            return respondLate(http, late.reason());
        } catch (UserCodeException failed) {
            result = CallResult.failure(ServiceError.of(
                    Layer.ENDPOINT, ChimeError.SERVICE_FAILURE, failed.explanation(), Provenance.REQUESTED));
        } catch (Throwable bug) { // Includes StackOverflowError: the client must get a readable error response.
            result = CallResult.failure(internalFailure(http, bug));
        }
        if (sts) {
            result = SecurityTokenService.asStsResponse(result, requestId);
        }
        HttpResponse encoded;
        try {
            encoded = encode(http, result, bound, requestId);
        } catch (RuntimeException bug) {
            result = CallResult.failure(internalFailure(http, bug));
            encoded = encode(http, result, bound, requestId);
        }
        if (bound.isPresent()) {
            retries.responded(bound.get(), encoded);
        }
        journal.record(http, bound, JournalAttempt.of(bound, result, encoded, timing(order, http, encoded)));
        if (encoded.delay().isZero() && encoded.bodyDuration().isZero()) {
            background.responding(); // From here on the client may have it before responseSent() is called.
        }
        return encoded;
    }

    /**
     * Returns the number of a request that is being received. First lets the service do what the call before has left
     * to the background, so that the journal has it between the two.
     */
    private long nextRequest() {
        messaging.finishPostponed();
        return journal.nextRequest();
    }

    private HttpResponse respondLate(HttpRequest http, LateReason reason) {
        long order = journal.nextRequest();
        ServiceError serviceError = ServiceError.of(
                Layer.ENDPOINT, ChimeError.TEST_FINISHED, "The request " + reason.explanation(), Provenance.REQUESTED);
        lateCalls.log(http, reason);
        // The sequence of request ids belongs to the current test, so a late request does not use it.
        String requestId = UUID.randomUUID().toString();
        CallResult result = CallResult.failure(serviceError);
        HttpResponse encoded = encode(http, result, Optional.empty(), requestId);
        Optional<Call> bound = bindForTheJournal(http);
        journal.recordLate(http, bound, JournalAttempt.of(bound, result, encoded, timing(order, http, encoded)));
        return encoded;
    }

    /**
     * Records a request to which a WireMock stub of the user responded.
     *
     * @param response the response of the stub, without the body
     */
    public void recordStubResponse(HttpRequest http, HttpResponse response) {
        Timing timing = timing(nextRequest(), http, response);
        Optional<Call> call = bindForTheJournal(http);
        generations.within(http.header(CallOrigin.HEADER), late -> {
            if (late.isPresent()) {
                journal.recordLate(http, call, JournalAttempt.byStub(call, response, timing));
            } else {
                Optional<Call> bound = call.map(retries::recognize);
                bound.ifPresent(recognized -> retries.responded(recognized, response));
                journal.record(http, bound, JournalAttempt.byStub(bound, response, timing));
            }
            return late;
        });
    }

    /**
     * Lets the background work begin that the current thread's request has caused. Called when the response was sent, or
     * could not be sent, or was handed over to be sent later.
     */
    public void responseSent() {
        background.responseSent();
        journal.changes().callEnds();
        journal.responseSent();
    }

    /**
     * Prepares for the next test: the next request of a client without invocation ids is a new call, and late calls are
     * logged again.
     */
    public void restart() {
        retries.clear();
        lateCalls.restart();
    }

    /**
     * Returns the bound call for a request that does not pass the gates; empty if it cannot be decoded. The journal
     * then has only its method and path.
     */
    private Optional<Call> bindForTheJournal(HttpRequest http) {
        try {
            return ROUTER.route(http.method(), http.target()) instanceof Route.Matched matched
                    ? Optional.of(binder.bind(http, matched))
                    : Optional.empty();
        } catch (RuntimeException | StackOverflowError bug) {
            log().log(Level.ERROR, "Could not read " + http, bug);
            return Optional.empty();
        }
    }

    private HttpResponse encode(HttpRequest http, CallResult result, Optional<Call> bound, String requestId) {
        HttpResponse encoded;
        if (result.outcome() instanceof CallResult.Success success && bound.isPresent()) {
            encoded = encoder.encode(bound.get().operation(), success.response(), requestId);
        } else if (result.outcome() instanceof CallResult.Failure failure) {
            encoded = encoder.encode(failure.serviceError(), requestId);
        } else if (result.outcome() instanceof CallResult.Replaced replaced) {
            encoded = replaced.response();
        } else if (result.outcome() instanceof CallResult.OfSts sts) {
            encoded = sts.response();
        } else if (result.outcome() instanceof CallResult.RequestLost lost) {
            encoded = encoder.encode(lost.serviceError(), requestId); // Not sent: the connection is reset instead.
        } else {
            throw new IllegalStateException("A success without a call: " + result);
        }
        HttpResponse audited = result.auditModeDenial()
                .map(denial -> encoder.withAuditModeDenial(encoded, denial))
                .orElse(encoded);
        HttpResponse explained = result.note()
                .map(note -> encoder.withExplanation(audited, note))
                .orElse(audited);
        // SDKs adjust their clocks to this header, so it has the system time, whichever clock the fake uses.
        HttpResponse sent = explained
                .withHeader(HeaderNames.DATE, date.format(http.receivedAt()))
                .sentWith(result.delay(), result.connectionFault());
        for (ResponseChange change : result.changes()) {
            sent = sent.changedBy(change);
        }
        return sent;
    }

    private Timing timing(long order, HttpRequest http, HttpResponse response) {
        return new Timing(order, http.receivedAt(), journal.lastRequest(), response.delay());
    }

    /**
     * Looked up on first use, because finding the first logger takes a considerable part of loading a fake (measured).
     */
    private static Logger log() {
        return System.getLogger(Gateway.class.getName());
    }

    private static ServiceError internalFailure(HttpRequest http, Throwable bug) {
        log().log(Level.ERROR, "The fake failed on " + http, bug);
        return ServiceError.of(
                Layer.ENDPOINT,
                ChimeError.SERVICE_FAILURE,
                "The fake failed because of a bug in it. Please report the bug: " + bug,
                Provenance.REQUESTED);
    }
}
