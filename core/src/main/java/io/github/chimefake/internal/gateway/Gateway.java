package io.github.chimefake.internal.gateway;

import static io.github.chimefake.internal.gateway.Gate.refusing;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.policies.AccessDecision;
import io.github.chimefake.internal.exchange.Answer;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.HttpAnswer;
import io.github.chimefake.internal.exchange.HttpCall;
import io.github.chimefake.internal.exchange.Refusal;
import io.github.chimefake.internal.faults.FaultPlan;
import io.github.chimefake.internal.identity.IdentityService;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.journal.JournalAttempt;
import io.github.chimefake.internal.lifetime.UserCodeException;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.protocol.ResponseEncoder;
import io.github.chimefake.internal.protocol.Route;
import io.github.chimefake.internal.protocol.Router;
import io.github.chimefake.internal.rates.RateLimits;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers every call: binds it, leads it through the gates, notes it in the journal, and encodes the answer. */
public final class Gateway {
    /** Made once, as it never changes: the templates of all operations are a third of what new rooms cost (measured). */
    private static final Router ROUTER = new Router();

    private final ResponseEncoder encoder = new ResponseEncoder();
    private final HttpDate date = new HttpDate();
    private final Binder binder;
    private final Gates gates;
    private final RequestIds requestIds;
    private final Generations generations;
    private final DefaultJournal journal;
    private final ImpliedRetries retries = new ImpliedRetries(System::nanoTime);

    /** Leads calls to the two services. */
    public Gateway(
            FaultPlan faults,
            Access access,
            RateLimits rates,
            MessagingService messaging,
            IdentityService identity,
            DefaultJournal journal,
            Generations generations,
            RequestIds requestIds) {
        this.binder = new Binder(access);
        this.journal = journal;
        this.generations = generations;
        this.requestIds = requestIds;
        this.gates = new Gates(List.of(
                ForeignPages.passOver(faults::carryOut, access),
                refusing(access::authenticate),
                (call, next) -> authorized(access.authorize(call), next),
                refusing(rates::check),
                refusing(Call::defect),
                (call, next) -> Answer.success(
                        call.operation().service() == ChimeService.IDENTITY
                                ? identity.handle(call)
                                : messaging.handle(call))));
    }

    private static Answer authorized(AccessDecision decision, Supplier<Answer> next) {
        if (decision instanceof AccessDecision.Denied denied) {
            return Answer.refused(denied.refusal());
        }
        Answer answer = next.get();
        if (decision instanceof AccessDecision.DeniedInAudit spared) {
            return answer.despite(spared.wouldBe());
        }
        return answer.authorizedBy(((AccessDecision.Allowed) decision)::explanation);
    }

    /** Answers the call; whatever goes wrong ends as an answer in the shape of AWS's. */
    public HttpAnswer answer(HttpCall http) {
        return generations.within(
                http.header(Origin.HEADER),
                late -> late.map(reason -> answerLate(http, reason)).orElseGet(() -> answerNow(http)));
    }

    /**
     * Refuses the call if it is one of a test that is over, to which nothing else may answer; else does nothing.
     *
     * @param origin the value of {@link Origin#HEADER}
     * @param http the call, which is read only if it is late
     */
    public Optional<HttpAnswer> answerIfLate(Optional<String> origin, Supplier<HttpCall> http) {
        return generations.within(origin, late -> late.map(reason -> answerLate(http.get(), reason)));
    }

    private HttpAnswer answerNow(HttpCall http) {
        Optional<Call> bound = Optional.empty();
        Answer answer;
        try {
            Route route = ROUTER.route(http.method(), http.target());
            if (route instanceof Route.Matched matched) {
                Call call = retries.recognize(binder.bind(http, matched));
                bound = Optional.of(call);
                answer = gates.answer(call);
            } else {
                answer = Answer.refused(((Route.Unknown) route).refusal());
            }
        } catch (LateException late) {
            return answerLate(http, late.lateness());
        } catch (UserCodeException failed) {
            answer = Answer.refused(Refusal.of(ChimeError.SERVICE_FAILURE, failed.explanation(), Provenance.REQUESTED));
        } catch (Throwable bug) { // StackOverflowError included: the caller must see an answer that it can read.
            answer = Answer.refused(ownFault(http, bug));
        }
        String requestId = requestIds.next();
        HttpAnswer encoded;
        try {
            encoded = encode(http, answer, bound, requestId);
        } catch (RuntimeException bug) {
            answer = Answer.refused(ownFault(http, bug));
            encoded = encode(http, answer, bound, requestId);
        }
        if (bound.isPresent()) {
            retries.responded(bound.get(), encoded);
        }
        journal.record(http, bound, attempt(bound, encoded.status(), Optional.of(requestId), Optional.of(answer)));
        return encoded;
    }

    private HttpAnswer answerLate(HttpCall http, Lateness reason) {
        Refusal refusal = Refusal.of(ChimeError.TEST_FINISHED, http + " " + reason.explanation(), Provenance.REQUESTED);
        log().log(Level.WARNING, "A late call failed: {0}", refusal.explanation());
        // Not the next of the sequence, which belongs to the test that runs now.
        String requestId = UUID.randomUUID().toString();
        Answer answer = Answer.refused(refusal);
        HttpAnswer encoded = encode(http, answer, Optional.empty(), requestId);
        Optional<Call> bound = bindForTheJournal(http);
        journal.recordLate(http, bound, attempt(bound, encoded.status(), Optional.of(requestId), Optional.of(answer)));
        return encoded;
    }

    /**
     * Notes a call that a WireMock stub of the user's answered instead.
     *
     * @param response what the stub answers, without the body
     */
    public void answeredByStub(HttpCall http, HttpAnswer response) {
        Optional<Call> received = bindForTheJournal(http);
        generations.within(http.header(Origin.HEADER), late -> {
            if (late.isPresent()) {
                journal.recordLate(http, received, attemptByStub(received, response));
            } else {
                Optional<Call> bound = received.map(retries::recognize);
                bound.ifPresent(call -> retries.responded(call, response));
                journal.record(http, bound, attemptByStub(bound, response));
            }
            return late;
        });
    }

    private static JournalAttempt attemptByStub(Optional<Call> bound, HttpAnswer response) {
        return attempt(bound, response.status(), Optional.empty(), Optional.empty());
    }

    /** Forgets which retries are expected, so that the next request of a client without invocation ids begins a call. */
    public void forgetAttempts() {
        retries.clear();
    }

    /** What a call that the gates never see was about; a request that cannot be read is journalled as it came. */
    private Optional<Call> bindForTheJournal(HttpCall http) {
        try {
            return ROUTER.route(http.method(), http.target()) instanceof Route.Matched matched
                    ? Optional.of(binder.bind(http, matched))
                    : Optional.empty();
        } catch (RuntimeException | StackOverflowError bug) {
            log().log(Level.ERROR, "Could not read " + http, bug);
            return Optional.empty();
        }
    }

    private HttpAnswer encode(HttpCall http, Answer answer, Optional<Call> bound, String requestId) {
        HttpAnswer encoded;
        if (answer.outcome() instanceof Answer.Success success && bound.isPresent()) {
            encoded = encoder.encode(bound.get().operation(), success.response(), requestId);
        } else if (answer.outcome() instanceof Answer.Refused refused) {
            encoded = encoder.encode(refused.refusal(), requestId);
        } else {
            throw new IllegalStateException("A success without a call: " + answer);
        }
        HttpAnswer explained = answer.softDenial()
                .map(denial -> encoder.despite(encoded, denial))
                .orElse(encoded);
        Map<String, String> headers = new HashMap<>(explained.headers());
        // SDKs set their clocks by it, so it tells the true time whatever clock the fake was given.
        headers.put("Date", date.format(http.receivedAt()));
        return new HttpAnswer(encoded.status(), headers, encoded.body(), answer.delay(), answer.connectionFault());
    }

    private static JournalAttempt attempt(
            Optional<Call> bound, int status, Optional<String> requestId, Optional<Answer> answer) {
        return new JournalAttempt(
                bound.map(call -> call.attempt().number()).orElse(1),
                status,
                requestId,
                answer.map(Answer::outcome),
                answer.flatMap(Answer::connectionFault),
                answer.flatMap(Answer::softDenial),
                answer.flatMap(Answer::authorization));
    }

    /** Looked for when there is something to say: finding the first logger is a good part of loading a fake (measured). */
    private static Logger log() {
        return System.getLogger(Gateway.class.getName());
    }

    private static Refusal ownFault(HttpCall http, Throwable bug) {
        log().log(Level.ERROR, "The fake failed on " + http, bug);
        return Refusal.of(
                ChimeError.SERVICE_FAILURE,
                "The fake itself failed, which is a bug in it, please report it: " + bug,
                Provenance.REQUESTED);
    }
}
