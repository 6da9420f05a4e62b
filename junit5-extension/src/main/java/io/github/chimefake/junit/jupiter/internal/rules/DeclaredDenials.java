package io.github.chimefake.junit.jupiter.internal.rules;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.junit.jupiter.DenyCalls;
import io.github.chimefake.permissions.PermissionSelection;
import java.lang.reflect.AnnotatedElement;
import java.util.List;

/** What {@link DenyCalls} declares. */
final class DeclaredDenials {
    private DeclaredDenials() {}

    static DeclaredRule rule(DenyCalls denial, AnnotatedElement element) {
        DeclaredCalls calls = new DeclaredCalls(
                "@DenyCalls on " + element,
                List.of(denial.on()),
                List.of(denial.onGroup()),
                denial.by(),
                denial.byCaller(),
                List.of(denial.byRole()),
                denial.inChannel(),
                "",
                denial.mayBeMissing());
        DeclaredTimes times = new DeclaredTimes(
                        denial.calls(), denial.nthCall(), denial.fromCall(), denial.everyNthCall())
                .requireValid(calls.where());
        return new DeclaredRule(denial.fake(), calls, chime -> deny(denial, calls, times, chime));
    }

    private static void deny(DenyCalls denial, DeclaredCalls calls, DeclaredTimes times, ChimeMessagingServer chime) {
        PermissionSelection any = calls.caller(chime)
                .<PermissionSelection>map(caller -> chime.permissions().by(caller))
                .orElse(chime.permissions());
        PermissionSelection byUser = calls.user(chime).map(user -> any.by(user)).orElse(any);
        PermissionSelection selection = times.of(
                calls.channelArn(chime).map(arn -> byUser.inChannel(arn)).orElse(byUser));
        if (calls.roles().isEmpty()) {
            deny(denial, calls, times, selection);
        }
        for (ChannelRole role : calls.roles()) {
            deny(denial, calls, times, selection.by(role));
        }
    }

    private static void deny(
            DenyCalls denial, DeclaredCalls calls, DeclaredTimes times, PermissionSelection selection) {
        if (times.isEveryCall()) {
            denyEach(denial, calls, selection);
        } else {
            deny(denial, selection.on(calls.firstOperation(), calls.otherOperations())); // They are counted together.
        }
    }

    /** Registers a rule for each operation and each group, so that explanations stay short. */
    private static void denyEach(DenyCalls denial, DeclaredCalls calls, PermissionSelection selection) {
        for (Operation operation : calls.operations()) {
            deny(denial, selection.on(operation));
        }
        for (OperationGroup group : calls.groups()) {
            deny(denial, selection.on(group));
        }
    }

    private static void deny(DenyCalls denial, PermissionSelection selection) {
        if (denial.message().isEmpty()) {
            selection.deny(denial.error());
        } else {
            selection.deny(denial.error(), denial.message());
        }
    }
}
