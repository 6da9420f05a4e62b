package io.github.chimefake.junit.jupiter;

import io.github.chimefake.junit.jupiter.internal.fakes.AnnotationExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sets a field to what a parameter of its type would be given: a {@code ChimeMessagingServer}, a client, a {@code ChimeAppInstance} or a
 * {@code Journal}. On a parameter, it claims the parameter for the fake.
 *
 * <pre>{@code
 * @ChimeMessagingFake
 * class ChatServiceTest {
 *     @InjectChimeFake
 *     ChimeMessagingServer chime;
 *
 *     @ChimeBearer("alice")
 *     ChimeUser alice;
 * }
 * }</pre>
 *
 * <p><b>Fields</b> with this annotation, {@link ChimeBearer}, {@link ChimeMembers}, {@link ChimeEndpoint} or {@link FakeName} are set
 * before {@code @BeforeEach} methods, also in superclasses and in the instances around that of a {@code @Nested} class. They may be
 * private. Fields that serve all tests of a class are set once, before {@code @BeforeAll} methods, to the fake of the class: static fields,
 * and those of an instance for all tests ({@code PER_CLASS}). If a test stops the server, they are set again, except for channels. At
 * the end of the class, a static field has its earlier value again.
 *
 * <p>If two of these tests, or two classes with the same static field, run at the same time, this is an
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}, since they have separate fakes. So is a field in a test for which
 * no fake is declared, a final field, and one that also has an annotation of another extension, unless it has this one, too.
 *
 * <p><b>A parameter</b> needs it only if it would otherwise be left to another extension: one that also
 * has annotations of other extensions, and the first parameter of a {@code @ParameterizedTest}.
 *
 * <pre>{@code
 * @Test
 * void postsAMessage(@InjectChimeFake @Slow ChimeSdkMessagingClient client) {
 *     ...
 * }
 * }</pre>
 *
 * <p>If another extension claims the same parameter, Jupiter reports competing extensions. May be put on another annotation, which
 * then has the same effect. The address of the fake is provided by {@link ChimeEndpoint}.
 *
 * @since 0.1
 */
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(AnnotationExtension.class)
public @interface InjectChimeFake {}
