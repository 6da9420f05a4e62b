package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.access.PermissionSelection;
import io.github.chimefake.call.ChannelRole;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.Operation;
import io.github.chimefake.call.OperationGroup;
import io.github.chimefake.fault.FaultSelection;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
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
        denials.forEach(denial -> requireAny("@Deny", denial.operation().length + denial.group().length, element));
        failures.forEach(failure -> requireAny("@Fail", failure.operation().length, element));
        failures.forEach(failure -> requireCalls(failure, element));
        return new DeclaredRules(denials, failures);
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
        for (Operation operation : denial.operation()) {
            whom.deny(operation, denial.with());
        }
        for (OperationGroup group : denial.group()) {
            whom.deny(group, denial.with());
        }
    }

    private static void apply(Fail failure, ChimeMessagingServer chime) {
        Operation[] operations = failure.operation();
        FaultSelection calls = chime.faults().on(operations[0], Arrays.copyOfRange(operations, 1, operations.length));
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
