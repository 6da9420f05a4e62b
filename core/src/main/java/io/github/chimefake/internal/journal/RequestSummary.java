package io.github.chimefake.internal.journal;

import io.github.chimefake.internal.exchange.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;

/**
 * What a request is about, in a few words: the beginning of its text, whom and which message it names, which page it asks for. Leaves
 * out metadata and tokens, and never shows a long text as a whole.
 */
final class RequestSummary {
    private static final int TEXT = 40;
    private static final int TOKEN = 8;
    private static final int NAMES = 3;

    private static final Set<String> TEXTS = Set.of("Content", "Name");
    /** Named elsewhere in the line, or without use to a reader. */
    private static final Set<String> LEFT_OUT = Set.of("ChannelArn", "ChimeBearer", "AppInstanceArn");

    private RequestSummary() {}

    /** Returns the words, each preceded by a space; empty if there is nothing to say. */
    static String of(Call call, ArnNames names) {
        List<String> words = new ArrayList<>();
        for (SdkField<?> member : call.request().sdkFields()) {
            word(call, member, names).ifPresent(words::add);
        }
        return words.stream().map(word -> " " + word).collect(Collectors.joining());
    }

    private static Optional<String> word(Call call, SdkField<?> member, ArnNames names) {
        String name = member.memberName();
        Optional<Object> value = call.request().getValueForField(name, Object.class);
        if (value.isEmpty() || LEFT_OUT.contains(name)) {
            return Optional.empty();
        }
        if (TEXTS.contains(name)) {
            return Optional.of('"' + shortened(value.get().toString(), TEXT) + '"');
        }
        if (name.equals("NextToken")) {
            return Optional.of("page " + shortened(value.get().toString(), TOKEN));
        }
        if (name.equals("MessageId")) {
            return Optional.of("message " + value.get());
        }
        if (value.get() instanceof String arn && isArn(name)) {
            return Optional.of("of " + names.id(arn));
        }
        return value.get() instanceof List<?> arns && name.endsWith("Arns") && !arns.isEmpty()
                ? Optional.of("of " + list(arns, names))
                : Optional.empty();
    }

    private static boolean isArn(String name) {
        return name.endsWith("Arn") || name.endsWith("ARN");
    }

    private static String list(List<?> arns, ArnNames names) {
        String some = arns.stream()
                .limit(NAMES)
                .map(arn -> names.id(String.valueOf(arn)))
                .collect(Collectors.joining(", "));
        return arns.size() <= NAMES ? some : some + " and " + (arns.size() - NAMES) + " more";
    }

    /** Returns the beginning on one line. */
    private static String shortened(String text, int length) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length)) + "…";
    }
}
