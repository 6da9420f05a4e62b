package io.github.chimefake.internal.sweep;

import io.github.chimefake.Operation;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.internal.sweep.calls.SiteName;
import io.github.chimefake.state.ChimeState;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepSite;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values of sweeps, for unit tests. */
public final class SweepValues {
    private SweepValues() {}

    /** A site. */
    public record Site(
            Operation operation,
            String who,
            Optional<String> channel,
            List<String> otherResources,
            int occurrence,
            List<String> lines)
            implements SweepSite {
        @Override
        public String toString() {
            return SiteName.of(this);
        }
    }

    private record Injected(SweepSite site, OperationFailure failure) implements InjectedFailure {
        @Override
        public String name() {
            return site + ": " + SweptFailures.shortName(failure);
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** Returns the site of a call by alice in the channel general. */
    public static SweepSite site(Operation operation, int occurrence, String... lines) {
        return new Site(operation, "alice", Optional.of("general"), List.of(), occurrence, List.of(lines));
    }

    /** Returns a failure at a site, by its short name. */
    public static InjectedFailure failure(SweepSite site, String shortName) {
        return new Injected(
                site,
                SweptFailures.defaults(site.operation()).stream()
                        .filter(failure -> SweptFailures.shortName(failure).equals(shortName))
                        .findFirst()
                        .orElseThrow());
    }

    /** Returns a state of channels, each given by its name, a colon, and its messages, separated by commas. */
    public static CanonicalState state(String... channels) {
        String json = Arrays.stream(channels)
                .map(channel -> channel.split(":", 2))
                .map(parts -> "{\"name\":\"" + parts[0] + "\",\"messages\":[" + messages(parts[1]) + "]}")
                .collect(Collectors.joining(",", "{\"channels\":[", "]}"));
        return CanonicalState.of((ChimeState) Proxy.newProxyInstance(
                ChimeState.class.getClassLoader(), new Class<?>[] {ChimeState.class}, (proxy, method, args) -> {
                    if (method.getName().equals("toJson")) {
                        return json;
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static String messages(String texts) {
        return Arrays.stream(texts.split(","))
                .filter(text -> !text.isEmpty())
                .map(text -> "{\"content\":\"" + text + "\",\"redacted\":" + text.equals("redacted") + "}")
                .collect(Collectors.joining(","));
    }
}
