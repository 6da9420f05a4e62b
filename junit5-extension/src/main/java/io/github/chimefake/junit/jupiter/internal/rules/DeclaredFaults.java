package io.github.chimefake.junit.jupiter.internal.rules;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultEffects;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.junit.jupiter.FailCalls;
import io.github.chimefake.junit.jupiter.InjectFault;
import io.github.chimefake.junit.jupiter.NamedEffect;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** What {@link FailCalls} and {@link InjectFault} declare. */
final class DeclaredFaults {
    private DeclaredFaults() {}

    static DeclaredRule rule(FailCalls failure, AnnotatedElement element) {
        DeclaredCalls calls = new DeclaredCalls(
                "@FailCalls on " + element,
                List.of(failure.on()),
                List.of(failure.onGroup()),
                failure.by(),
                failure.byCaller(),
                List.of(),
                failure.inChannel(),
                failure.member(),
                failure.mayBeMissing());
        DeclaredTimes times = new DeclaredTimes(
                        failure.calls(), failure.nthCall(), failure.fromCall(), failure.everyNthCall())
                .requireValid(calls.where());
        requireAttempts(calls, failure.attempts());
        return new DeclaredRule(
                failure.fake(),
                calls,
                chime -> fail(failure, calls, selection(calls, times, failure.attempts(), chime), chime));
    }

    static DeclaredRule rule(InjectFault fault, AnnotatedElement element) {
        DeclaredCalls calls = new DeclaredCalls(
                "@InjectFault on " + element,
                List.of(fault.on()),
                List.of(fault.onGroup()),
                fault.by(),
                fault.byCaller(),
                List.of(),
                fault.inChannel(),
                "",
                fault.mayBeMissing());
        DeclaredTimes times = new DeclaredTimes(fault.calls(), fault.nthCall(), fault.fromCall(), fault.everyNthCall())
                .requireValid(calls.where());
        requireAttempts(calls, fault.attempts());
        DeclaredTimes.requireNumber(calls.where(), "delayMillis", fault.delayMillis(), "no delay");
        requireEffects(fault, calls.where());
        return new DeclaredRule(fault.fake(), calls, chime -> {
            List<FaultEffect> effects = effects(fault, calls.where());
            FaultSelection selection = selection(calls, times, fault.attempts(), chime);
            effects.forEach(selection::inject);
        });
    }

    private static void requireAttempts(DeclaredCalls calls, int attempts) {
        DeclaredTimes.requireNumber(calls.where(), "attempts", attempts, "every attempt");
    }

    private static void requireEffects(InjectFault fault, String where) {
        if (fault.delayMillis() == 0 && fault.effect().length == 0 && fault.effectClass().length == 0) {
            throw new ExtensionConfigurationException(where + " has no effect. Name one, for example effect ="
                    + " LOST_RESPONSE, or give delayMillis or an effectClass. For an error, use @FailCalls");
        }
        List<NamedEffect> named = List.of(fault.effect());
        int last = named.size() + fault.effectClass().length - 1;
        named.stream()
                .filter(effect -> endsCall(effect) && named.indexOf(effect) < last)
                .findFirst()
                .ifPresent(ending -> {
                    throw new ExtensionConfigurationException(where + " has another effect after effect = " + ending
                            + ", which ends the call, so the other would never apply. Make " + ending
                            + " the last effect and leave out effectClass, or use one @InjectFault for each effect,"
                            + " with different calls");
                });
    }

    private static boolean endsCall(NamedEffect effect) {
        return switch (effect) {
            case LOST_REQUEST, EXPIRED_CREDENTIALS, ROTATED_CREDENTIALS -> true;
            case LOST_RESPONSE, RESET_RESPONSE, RESPONSE_CLOSED_HALF_WAY, EMPTY_BODY, TRUNCATED_BODY, MALFORMED_BODY ->
                false;
        };
    }

    /** Creates the effects for one registration. */
    private static List<FaultEffect> effects(InjectFault fault, String where) {
        Stream<FaultEffect> delay = Stream.of(fault.delayMillis())
                .filter(millis -> millis > 0)
                .map(millis -> FaultEffects.delay(Duration.ofMillis(millis)));
        Stream<FaultEffect> named = Stream.of(fault.effect()).map(DeclaredFaults::effect);
        Stream<FaultEffect> own = Stream.of(fault.effectClass()).map(type -> newEffect(type, where));
        return Stream.of(delay, named, own).flatMap(each -> each).toList();
    }

    private static FaultEffect effect(NamedEffect name) {
        return switch (name) {
            case LOST_REQUEST -> FaultEffects.lostRequest();
            case LOST_RESPONSE -> FaultEffects.lostResponse();
            case RESET_RESPONSE -> FaultEffects.resetResponse();
            case RESPONSE_CLOSED_HALF_WAY -> FaultEffects.responseClosedHalfWay();
            case EMPTY_BODY -> FaultEffects.emptyBody();
            case TRUNCATED_BODY -> FaultEffects.truncatedBody();
            case MALFORMED_BODY -> FaultEffects.malformedBody();
            case EXPIRED_CREDENTIALS -> FaultEffects.expiredCredentials();
            case ROTATED_CREDENTIALS -> FaultEffects.rotatedCredentials();
        };
    }

    /** Creates an effect of the user, as Jupiter creates extensions. Its constructor may throw anything. */
    private static FaultEffect newEffect(Class<? extends FaultEffect> type, String where) {
        try {
            return ReflectionSupport.newInstance(type);
        } catch (Exception failure) {
            throw new ExtensionConfigurationException(
                    where + " has effectClass = " + type.getName() + ", which cannot be created: " + failure
                            + ". Give a class with a constructor without parameters; a nested class must be static",
                    failure);
        }
    }

    /** Selects the calls of all operations in one fault, so that they are counted together. */
    private static FaultSelection selection(
            DeclaredCalls calls, DeclaredTimes times, int attempts, ChimeMessagingServer chime) {
        FaultSelection any = chime.faults().on(calls.firstOperation(), calls.otherOperations());
        FaultSelection byCaller =
                calls.caller(chime).map(caller -> any.by(caller)).orElse(any);
        FaultSelection byUser = calls.user(chime).map(user -> byCaller.by(user)).orElse(byCaller);
        FaultSelection inChannel =
                calls.channelArn(chime).map(arn -> byUser.inChannel(arn)).orElse(byUser);
        FaultSelection selection = times.of(inChannel);
        return attempts > 0 ? selection.attempts(attempts) : selection;
    }

    private static void fail(
            FailCalls failure, DeclaredCalls calls, FaultSelection selection, ChimeMessagingServer chime) {
        String message = failure.message().isEmpty() ? failure.error().defaultMessage() : failure.message();
        Optional<ChimeUser> member = calls.batchMember(chime);
        if (member.isPresent()) {
            selection.forMember(member.get()).fail(failure.error(), message);
        } else {
            selection.fail(failure.error(), message);
        }
    }
}
