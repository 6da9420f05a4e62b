package io.github.chimefake.internal.state;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.internal.text.Shortened;
import io.github.chimefake.state.ChimeState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of resources in place of their ARNs. The ARN follows a name that two resources of one kind have. */
public final class Names {
    private static final int CHARACTERS = 40;

    private static final List<StateList> NAMED =
            List.of(StateList.APP_INSTANCES, StateList.USERS, StateList.CHANNELS, StateList.CHANNEL_FLOWS);

    private final Map<Arn, String> byArn = new HashMap<>();
    private final Map<String, Arn> first = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    private Names() {}

    /** Returns the names in these states. If one was changed, the name in the first of the states is used. */
    public static Names of(ChimeState... states) {
        Names names = new Names();
        for (ChimeState each : states) {
            State state = StateValue.of(each).state();
            state.directory()
                    .appInstances()
                    .forEach((arn, appInstance) ->
                            names.add(arn, appInstance.profile().name()));
            state.directory().users().forEach((arn, user) -> names.add(arn, user.name()));
            state.channels()
                    .forEach((arn, channel) ->
                            names.add(arn, channel.attributes().name()));
            state.flows().forEach((arn, flow) -> names.add(arn, flow.name()));
        }
        return names;
    }

    /** Returns the names in these states, of which there is the JSON, likewise. */
    static Names of(JsonObject... states) {
        Names names = new Names();
        for (JsonObject state : states) {
            for (StateList list : NAMED) {
                list.items(state.get(list.member()))
                        .forEach((arn, item) -> names.add(Arn.of(arn), StateList.text(item, "name")));
            }
        }
        return names;
    }

    private void add(Arn arn, String name) {
        byArn.putIfAbsent(arn, name);
        Arn other = first.putIfAbsent(key(arn, name), arn);
        if (other != null && !other.equals(arn)) {
            ambiguous.add(key(arn, name));
        }
    }

    private static String key(Arn arn, String name) {
        return arn.kind() + "/" + name;
    }

    /** Returns the name of the resource, which is its id if it is in none of the states. */
    public String of(String arn) {
        Arn parsed = Arn.of(arn);
        String name = byArn.get(parsed);
        if (name == null) {
            return parsed.id().isEmpty() ? arn : parsed.id();
        }
        String shown = Shortened.of(OneLine.of(name), CHARACTERS);
        return ambiguous.contains(key(parsed, name)) ? shown + " (" + arn + ")" : shown;
    }

    /** Returns the names in the order of the ARNs, for example {@code alice, bob}; {@code none} without ARNs. */
    public String of(List<String> arns) {
        return arns.isEmpty()
                ? "none"
                : String.join(", ", arns.stream().map(this::of).toList());
    }

    /** Returns whether the text is the ARN of a resource in one of the states. */
    boolean knows(String text) {
        return byArn.containsKey(Arn.of(text));
    }
}
