package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.access.PermissionSelection;
import io.github.chimefake.call.ChannelRole;
import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.IdentityOperation;
import io.github.chimefake.call.Operation;
import io.github.chimefake.call.OperationGroup;
import io.github.chimefake.fault.FaultSelection;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link Deny} and {@link Fail} on a class or method ask for, checked. */
record DeclaredRules(List<Deny> denials, List<Fail> failures) {
    static final DeclaredRules NONE = new DeclaredRules(List.of(), List.of());

    /**
     * Reads the annotations.
     *
     * @throws ExtensionConfigurationException if one of them makes no sense
     */
    static DeclaredRules on(AnnotatedElement element) {
        List<Deny> denials = AnnotationSupport.findRepeatableAnnotations(element, Deny.class);
        List<Fail> failures = AnnotationSupport.findRepeatableAnnotations(element, Fail.class);
        denials.forEach(denial -> requireAny("@Deny", operations(denial).size() + denial.group().length, element));
        failures.forEach(failure -> requireAny("@Fail", operations(failure).size(), element));
        denials.forEach(denial -> requireNoBearer("@Deny", denial.identityOperation(), denial.by(), element));
        denials.forEach(denial -> requireNoRole(denial, element));
        failures.forEach(failure -> requireNoBearer("@Fail", failure.identityOperation(), failure.by(), element));
        failures.forEach(failure -> requireCalls(failure, element));
        return new DeclaredRules(denials, failures);
    }

    private static List<ChimeOperation> operations(Deny denial) {
        return concat(denial.operation(), denial.identityOperation());
    }

    private static List<ChimeOperation> operations(Fail failure) {
        return concat(failure.operation(), failure.identityOperation());
    }

    private static List<ChimeOperation> concat(Operation[] messaging, IdentityOperation[] identity) {
        return Stream.<ChimeOperation>concat(Stream.of(messaging), Stream.of(identity))
                .toList();
    }

    /** A rule that could never strike would be a test that proves nothing. */
    private static void requireNoBearer(
            String annotation, IdentityOperation[] identity, String by, AnnotatedElement element) {
        if (identity.length > 0 && !by.isEmpty()) {
            throw new ExtensionConfigurationException(annotation + " on " + element + " has identityOperation = "
                    + identity[0].name() + " and by = \"" + by
                    + "\", but calls of Chime SDK identity have no bearer: no"
                    + " user makes them. Leave out by, or name operations of messaging");
        }
    }

    private static void requireNoRole(Deny denial, AnnotatedElement element) {
        if (denial.identityOperation().length > 0 && denial.role().length > 0) {
            throw new ExtensionConfigurationException("@Deny on " + element + " has identityOperation = "
                    + denial.identityOperation()[0].name() + " and role = " + denial.role()[0].name()
                    + ", but calls of Chime SDK identity are about no channel, in which somebody has a role. Leave out role,"
                    + " or name operations of messaging");
        }
    }

    private static void requireAny(String annotation, int operations, AnnotatedElement element) {
        if (operations == 0) {
            throw new ExtensionConfigurationException(annotation + " on " + element + " names no operation."
                    + " Name at least one, for example operation = SEND_CHANNEL_MESSAGE");
        }
    }

    private static void requireCalls(Fail failure, AnnotatedElement element) {
        if (failure.calls() < 1) {
            throw new ExtensionConfigurationException("@Fail on " + element + " has calls = " + failure.calls()
                    + ". Give the number of calls that fail, at least 1, or leave it out for every call");
        }
    }

    boolean isEmpty() {
        return denials.isEmpty() && failures.isEmpty();
    }

    void applyTo(ChimeMessagingServer chime) {
        denials.forEach(denial -> apply(denial, chime));
        failures.forEach(failure -> apply(failure, chime));
    }

    private static void apply(Deny denial, ChimeMessagingServer chime) {
        PermissionSelection whom = denial.by().isEmpty()
                ? chime.permissions()
                : chime.permissions().by(user(denial.by(), chime));
        if (denial.role().length == 0) {
            deny(denial, whom);
        }
        for (ChannelRole role : denial.role()) {
            deny(denial, whom.by(role));
        }
    }

    private static void deny(Deny denial, PermissionSelection whom) {
        for (ChimeOperation operation : operations(denial)) {
            whom.deny(operation, denial.with());
        }
        for (OperationGroup group : denial.group()) {
            whom.deny(group, denial.with());
        }
    }

    private static void apply(Fail failure, ChimeMessagingServer chime) {
        List<ChimeOperation> operations = operations(failure);
        FaultSelection calls =
                chime.faults().on(operations.get(0), operations.stream().skip(1).toArray(ChimeOperation[]::new));
        if (!failure.by().isEmpty()) {
            calls = calls.by(user(failure.by(), chime));
        }
        if (failure.calls() != Fail.EVERY_CALL) {
            calls = calls.calls(failure.calls());
        }
        calls.fail(failure.with());
    }

    /** The user need not be registered: a rule about a user registers nobody. */
    private static ChimeUser user(String idOrArn, ChimeMessagingServer chime) {
        return ChimeUser.of(
                idOrArn.startsWith("arn:") ? idOrArn : chime.appInstance().arn() + "/user/" + idOrArn);
    }
}
