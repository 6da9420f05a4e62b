package io.github.chimefake.call;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of operations: constants here, camel case at AWS. */
final class AwsNames {
    private AwsNames() {}

    /** {@code SendChannelMessage} for {@code SEND_CHANNEL_MESSAGE}. */
    static String ofConstant(String name) {
        return Stream.of(name.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
