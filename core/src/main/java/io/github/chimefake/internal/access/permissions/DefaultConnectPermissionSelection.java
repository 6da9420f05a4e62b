package io.github.chimefake.internal.access.permissions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Noun;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.filter.Sentence;
import io.github.chimefake.internal.filter.SocketSelection;
import io.github.chimefake.permissions.ConnectPermissionSelection;
import java.util.List;

/** Selects connects for a permission rule. */
@CheckReturnValue
final class DefaultConnectPermissionSelection extends SocketSelection<DefaultConnectPermissionSelection>
        implements ConnectPermissionSelection {
    private final ConnectRules rules;

    private DefaultConnectPermissionSelection(
            Sentence sentence, ConnectRules rules, CallFilter filter, Schedule schedule) {
        super(sentence, new Subject(".onConnect()", "by", Noun.CONNECT), filter, schedule);
        this.rules = rules;
    }

    static DefaultConnectPermissionSelection all(ConnectRules rules) {
        return new DefaultConnectPermissionSelection(
                rules.sentence("deny() or allow()").begun(), rules, CallFilter.ANY, new Schedule.Always());
    }

    @Override
    protected DefaultConnectPermissionSelection with(CallFilter filter, Schedule schedule) {
        return new DefaultConnectPermissionSelection(next(), rules, filter, schedule);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration deny() {
        return register(false);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration allow() {
        return register(true);
    }

    private Registration register(boolean allows) {
        finish();
        return rules.add(List.of(new ConnectRule(filter(), schedule(), allows, words())));
    }
}
