package io.github.chimefake.internal.journal;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.internal.text.Shortened;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;

/**
 * What a request is about, in a few words: the beginning of its text, which users and which message it names, which page
 * it asks for. Leaves out metadata and tokens, and never contains the whole of a long text.
 */
final class RequestSummary {
    private static final int TEXT = 40;
    private static final int TOKEN = 8;
    private static final int ID = 100;
    private static final int ITEMS = 3;

    private static final Set<String> TEXTS = Set.of("Content", "Name");
    /** The bearer and the channel stand elsewhere in the line; the push application tells a reader nothing. */
    private static final Set<String> LEFT_OUT = Set.of("ChannelArn", "ChimeBearer", "ResourceArn");

    private final PrintStyle style;

    private RequestSummary(PrintStyle style) {
        this.style = style;
    }

    /** Returns the words, each preceded by a space; empty if there is nothing to say. */
    static String of(Call call, PrintStyle style) {
        RequestSummary summary = new RequestSummary(style);
        return call.request().sdkFields().stream()
                .flatMap(member -> summary.word(member, call).stream())
                .map(word -> " " + word)
                .collect(Collectors.joining());
    }

    private Optional<String> word(SdkField<?> member, Call call) {
        String name = member.memberName();
        if (LEFT_OUT.contains(name)
                || (name.equals("AppInstanceArn") && style.names().oneAppInstance())) {
            return Optional.empty();
        }
        return call.request().getValueForField(name, Object.class).flatMap(value -> {
            if (value instanceof String text) {
                return word(name, text);
            }
            return value instanceof List<?> arns && name.endsWith("Arns") && !arns.isEmpty()
                    ? Optional.of(members(name) + items(arns))
                    : Optional.empty();
        });
    }

    private Optional<String> word(String name, String value) {
        if (TEXTS.contains(name)) {
            return style.printsTexts() ? Optional.of('"' + shortened(value, TEXT) + '"') : Optional.empty();
        }
        if (name.endsWith("Arn") || name.endsWith("ARN")) {
            return Optional.of("of " + style.id(value));
        }
        return switch (name) {
            case "NextToken" -> Optional.of("page " + shortened(value, TOKEN));
            case "MessageId" -> Optional.of("message " + shortened(value, ID));
            case "SubChannelId" -> Optional.of("sub-channel " + shortened(value, ID));
            case "AppInstanceUserId", "ChannelId" -> Optional.of("id " + shortened(value, ID));
            default -> Optional.empty();
        };
    }

    /** Returns for example {@code with moderators} for {@code ModeratorArns}. */
    private static String members(String name) {
        return name.equals("ModeratorArns") ? "with moderators " : "with members ";
    }

    private String items(List<?> arns) {
        String some = arns.stream()
                .limit(ITEMS)
                .map(arn -> style.id(String.valueOf(arn)))
                .collect(Collectors.joining(", "));
        return arns.size() <= ITEMS ? some : some + " and " + (arns.size() - ITEMS) + " more";
    }

    private static String shortened(String text, int length) {
        return Shortened.of(OneLine.of(text), length);
    }
}
