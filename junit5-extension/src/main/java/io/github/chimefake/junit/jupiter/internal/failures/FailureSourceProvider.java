package io.github.chimefake.junit.jupiter.internal.failures;

import static java.util.Objects.requireNonNull;

import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.junit.jupiter.FailureSource;
import io.github.chimefake.junit.jupiter.internal.failures.FailureArguments.Member;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** Provides the arguments of {@link FailureSource}. */
public final class FailureSourceProvider implements ArgumentsProvider, AnnotationConsumer<FailureSource> {
    private @Nullable FailureSource annotation;

    @Override
    public void accept(FailureSource declared) {
        annotation = declared;
    }

    // See AuthorizationFailuresProvider.
    @Override
    @SuppressWarnings("deprecation")
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        FailureSource declared = requireNonNull(annotation);
        return Stream.of(declared).flatMap(each -> select(each, context));
    }

    private static Stream<Arguments> select(FailureSource declared, ExtensionContext context) {
        return FailureArguments.select(
                "@FailureSource",
                context,
                List.of(declared.value()),
                "failure",
                failure -> true,
                List.of(
                        new Member<>("errors", List.of(declared.errors()), OperationFailure::error),
                        new Member<>("layers", List.of(declared.layers()), OperationFailure::layer),
                        FailureArguments.placements(declared.placements())));
    }
}
