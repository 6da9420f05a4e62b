package io.github.chimefake.junit.jupiter.internal.failures;

import static java.util.Objects.requireNonNull;

import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.junit.jupiter.AuthorizationFailures;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;

/** Provides the arguments of {@link AuthorizationFailures}. */
public final class AuthorizationFailuresProvider
        implements ArgumentsProvider, AnnotationConsumer<AuthorizationFailures> {
    private @Nullable AuthorizationFailures annotation;

    @Override
    public void accept(AuthorizationFailures declared) {
        annotation = declared;
    }

    // From 5.13 on, Jupiter calls another method, whose default calls this one. The earlier versions have only this
    // one.
    @Override
    @SuppressWarnings("deprecation")
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        AuthorizationFailures declared = requireNonNull(annotation);
        // Later, because the default method would replace an exception by a request to report it.
        return Stream.of(declared).flatMap(each -> select(each, context));
    }

    private static Stream<Arguments> select(AuthorizationFailures declared, ExtensionContext context) {
        return FailureArguments.select(
                "@AuthorizationFailures",
                context,
                List.of(declared.value()),
                "authorization failure",
                OperationFailure::isDenial,
                List.of(FailureArguments.placements(declared.placements())));
    }
}
