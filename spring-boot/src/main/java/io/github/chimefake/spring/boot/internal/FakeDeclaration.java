package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeMessagingServerBuilder;
import io.github.chimefake.spring.boot.AutoConfigureChimeMessagingFake;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.PropertyResolver;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * The fake that a test class declares. Equal declarations have equal values, so that Spring's context cache shares the contexts of such
 * classes.
 */
record FakeDeclaration(
        List<String> users,
        String appInstance,
        boolean withoutAppInstance,
        String region,
        long seed,
        FakeProperties properties) {

    /** Returns the declaration on a class, on its superclasses, enclosing classes or composed annotations. */
    static Optional<FakeDeclaration> of(Class<?> testClass) {
        return Optional.ofNullable(TestContextAnnotationUtils.findMergedAnnotation(
                        testClass, AutoConfigureChimeMessagingFake.class))
                .map(annotation -> new FakeDeclaration(
                        List.of(annotation.users()),
                        annotation.appInstance(),
                        annotation.withoutAppInstance(),
                        annotation.region(),
                        annotation.seed(),
                        FakeProperties.of(annotation)));
    }

    /**
     * Checks what does not depend on the fake.
     *
     * @throws IllegalStateException if the properties are wrong, or one is to get the ARN of an app instance that there is not
     */
    void check() {
        properties.check();
        if (withoutAppInstance && !properties.appInstance().isEmpty()) {
            throw new IllegalStateException(
                    "@AutoConfigureChimeMessagingFake: withoutAppInstance = true, so there is no ARN for"
                            + " appInstanceProperty = " + properties.appInstance()
                            + ". Remove one of the two attributes");
        }
    }

    /**
     * Starts the fake.
     *
     * @param environment replaces placeholders
     * @throws IllegalStateException if a value is wrong
     */
    ChimeMessagingServer start(PropertyResolver environment) {
        ChimeMessagingServerBuilder builder = ChimeMessagingServer.builder().seed(seed);
        try {
            builder.users(
                    users.stream().map(environment::resolveRequiredPlaceholders).toArray(String[]::new));
            if (!appInstance.isEmpty()) {
                builder.appInstance(environment.resolveRequiredPlaceholders(appInstance));
            }
            if (!region.isEmpty()) {
                builder.region(environment.resolveRequiredPlaceholders(region));
            }
            if (withoutAppInstance) {
                builder.withoutAppInstance();
            }
            return builder.start();
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            throw new IllegalStateException(
                    "@AutoConfigureChimeMessagingFake has a wrong value: " + wrong.getMessage(), wrong);
        }
    }
}
