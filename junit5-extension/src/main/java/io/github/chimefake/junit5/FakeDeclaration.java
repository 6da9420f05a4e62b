package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeMessagingServerBuilder;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A {@link ChimeMessagingFake} and where it stands.
 *
 * @param owner the outermost context of the annotated class or method: that of a template, not of its invocations
 */
record FakeDeclaration(ChimeMessagingFake annotation, AnnotatedElement element, ExtensionContext owner) {

    /** The declaration that applies in this context: the innermost one. */
    static Optional<FakeDeclaration> nearest(ExtensionContext context) {
        Optional<ChimeMessagingFake> annotation = context.getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, ChimeMessagingFake.class));
        if (annotation.isPresent()) {
            AnnotatedElement element = context.getElement().orElseThrow();
            return Optional.of(new FakeDeclaration(annotation.get(), element, outermost(context, element)));
        }
        return context.getParent().flatMap(FakeDeclaration::nearest);
    }

    private static ExtensionContext outermost(ExtensionContext context, AnnotatedElement element) {
        return context.getParent()
                .filter(parent -> parent.getElement().equals(Optional.of(element)))
                .map(parent -> outermost(parent, element))
                .orElse(context);
    }

    /**
     * What the declaration asks for, checked as far as can be without starting anything.
     *
     * @throws ExtensionConfigurationException if it makes no sense
     */
    ChimeMessagingServerBuilder toBuilder() {
        ChimeMessagingServerBuilder builder = newBuilder().users(users());
        if (!annotation.region().isEmpty()) {
            try {
                builder.region(annotation.region());
            } catch (IllegalArgumentException wrong) {
                throw invalid("has a region that is none: " + wrong.getMessage(), wrong);
            }
        }
        if (!annotation.appInstance().isEmpty()) {
            try {
                builder.appInstance(annotation.appInstance());
            } catch (IllegalArgumentException wrong) {
                throw invalid("has an appInstance that is none: " + wrong.getMessage(), wrong);
            }
        }
        return builder;
    }

    private ChimeMessagingServerBuilder newBuilder() {
        try {
            return ChimeMessagingServer.builder();
        } catch (IllegalStateException unfit) { // The versions on the class path.
            throw invalid("cannot be started: " + unfit.getMessage(), unfit);
        }
    }

    private String[] users() {
        List<String> users = Arrays.asList(annotation.users());
        for (String user : users) {
            if (user.isBlank()) {
                throw invalid("names a user with a blank id. Give every user an id, for example users = \"alice\"");
            }
            if (users.indexOf(user) != users.lastIndexOf(user)) {
                throw invalid("names the user \"" + user + "\" twice. Name every user once");
            }
        }
        return annotation.users();
    }

    /** Where the policy that the tests needed is to be written. */
    Optional<Path> leastPrivilegeFile() {
        return Optional.of(annotation.leastPrivilege())
                .filter(file -> !file.isEmpty())
                .map(file -> PrivilegeReports.path(file, this.toString()));
    }

    private ExtensionConfigurationException invalid(String problem, Exception... cause) {
        ExtensionConfigurationException invalid = new ExtensionConfigurationException(this + " " + problem);
        Arrays.stream(cause).forEach(invalid::initCause);
        return invalid;
    }

    /** Starts what the builder holds; what only starting can find wrong is a wrong configuration, too. */
    ChimeMessagingServer start(ChimeMessagingServerBuilder builder) {
        try {
            return builder.start();
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            throw invalid("cannot be started: " + wrong.getMessage(), wrong);
        }
    }

    @Override
    public String toString() {
        return "@ChimeMessagingFake on " + element;
    }
}
