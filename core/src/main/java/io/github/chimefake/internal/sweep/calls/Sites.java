package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.sweep.SweepSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the calls of one run apart. Generated ids are numbered in the order in which they appear. Guarded by its owner's lock. */
final class Sites {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<String, Integer> callsOfLines = new HashMap<>();
    private final Map<String, Integer> callsOfContent = new HashMap<>();
    private final SiteIdentities identities;

    Sites(SiteIdentities identities) {
        this.identities = identities;
    }

    /**
     * Returns the site of the next call.
     *
     * @param content a digest of its content
     */
    SiteOfCall next(Call call, List<String> lines, String content) {
        String who = call.bearer()
                .map(this::name)
                .orElseGet(() -> ArnParts.parse(call.caller().principalArn()).resource());
        Optional<String> channel = call.resources().channel().map(this::name);
        List<String> others = others(call);
        String subject = subject(call.operation(), who, channel, others);
        String group = group(subject, lines);
        return new SiteOfCall(
                call.operation(),
                who,
                channel,
                others,
                calls.merge(subject, 1, Integer::sum),
                lines,
                content,
                callsOfLines.merge(group, 1, Integer::sum),
                callsOfContent.merge(group + "|" + content, 1, Integer::sum),
                identities.areByContent(group));
    }

    private List<String> others(Call call) {
        return call.resources().others().stream()
                .filter(arn -> !(arn instanceof AppInstanceArn))
                .filter(arn -> !Optional.of(arn).equals(call.bearer()))
                .sorted()
                .map(this::name)
                .toList();
    }

    private String name(Arn arn) {
        String id = arn.id().isEmpty() ? arn.text() : arn.id();
        if (!CanonicalText.isGenerated(id)) {
            return id;
        }
        String kind = arn instanceof ChannelArn ? "channel" : "resource";
        return names.computeIfAbsent(arn.text(), text -> kind + " " + (names.size() + 1));
    }

    /** Returns what two calls have in common that are about the same. */
    static String subject(SweepSite site) {
        return subject(site.operation(), site.who(), site.channel(), site.otherResources());
    }

    private static String subject(Operation operation, String who, Optional<String> channel, List<String> others) {
        return operation + "|" + who + "|" + channel.orElse("") + "|" + others;
    }

    /** Returns what calls of one line about the same have in common. */
    static String group(SweepSite site) {
        return group(subject(site), site.lines());
    }

    private static String group(String subject, List<String> lines) {
        return subject + "|" + lines;
    }
}
