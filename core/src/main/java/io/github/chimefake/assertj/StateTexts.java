package io.github.chimefake.assertj;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.state.Names;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.state.ChimeState;
import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredUser;
import java.util.List;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.description.Description;
import org.jspecify.annotations.Nullable;

/** The texts of failures of assertions about a state, with names in place of ARNs. */
final class StateTexts {
    static final String LINE = System.lineSeparator();

    private static final int MOST_NAMES = 20;

    private final ChimeState state;
    private final Names names;

    StateTexts(ChimeState state) {
        this.state = state;
        this.names = Names.of(state);
    }

    /** Returns a failure. */
    static String expected(String expected, String found) {
        return LINE + "Expected " + expected + ", but " + found;
    }

    /** Returns a text in quotes, without characters that a terminal obeys. */
    static String quoted(String text) {
        return "\"" + OneLine.of(text) + "\"";
    }

    String name(String arn) {
        return names.of(arn);
    }

    /** Returns the name in the state; that of the given user if it is not registered. */
    String user(ChimeUser user) {
        return state.user(user).isPresent() ? names.of(user.arn()) : user.name();
    }

    /** Returns the name in the state; that of the given channel if it does not exist. */
    String channel(ChimeChannel channel) {
        return state.channel(channel).isPresent() ? names.of(channel.arn()) : channel.name();
    }

    String names(List<String> arns) {
        return names.of(arns);
    }

    String users(List<ChimeUser> users) {
        return users.isEmpty()
                ? "none"
                : String.join(", ", users.stream().map(this::user).toList());
    }

    String allChannels() {
        return few(state.channels().stream().map(StoredChannel::arn).toList());
    }

    String allUsers() {
        return few(state.users().stream().map(StoredUser::arn).toList());
    }

    private String few(List<String> arns) {
        List<String> shown = arns.stream().limit(MOST_NAMES).toList();
        return names.of(shown) + (arns.size() > MOST_NAMES ? ", …" : "");
    }

    static <T> ObjectAssert<T> describe(ObjectAssert<T> assertion, @Nullable Description description) {
        return description == null ? assertion : assertion.as(description);
    }
}
