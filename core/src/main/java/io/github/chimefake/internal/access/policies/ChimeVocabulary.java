package io.github.chimefake.internal.access.policies;

import io.github.chimefake.iam.PolicyDocument.ServiceVocabulary;
import io.github.chimefake.internal.access.context.ContextKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The actions and condition keys that policies for Amazon Chime can use. The actions of meetings and voice are
 * included, because they share a prefix with messaging.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonchime.html">Actions,
 *     resources, and condition keys for Amazon Chime</a>
 */
final class ChimeVocabulary {
    private static final String ACTIONS = "chime-actions.txt";

    /** Read once, when the first policy is checked. */
    static final ServiceVocabulary KNOWN = ServiceVocabulary.of("chime", actions(), ContextKeys.ofRequestsToChime());

    private ChimeVocabulary() {}

    private static Set<String> actions() {
        try (InputStream in = Objects.requireNonNull(ChimeVocabulary.class.getResourceAsStream(ACTIONS), ACTIONS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
