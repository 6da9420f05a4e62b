package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.publicapi.PublicApi;
import io.github.chimefake.publicapi.PublicSignatures;
import io.github.chimefake.session.MessagingSession;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps the public API small, and free to change behind it. */
class PublicApiLimitsTest {
    private static final String ROOT = "io.github.chimefake";
    private static final String IAM = ROOT + ".iam";
    private static final String ASSERTJ = ROOT + ".assertj";

    private final PublicApi api = PublicApi.of(ChimeMessagingServer.class);
    private final PublicSignatures signatures = new PublicSignatures(api);

    private static List<Class<?>> topLevel(List<Class<?>> types) {
        return types.stream().filter(type -> type.getDeclaringClass() == null).toList();
    }

    @Test
    void coreHasAtMost108TopLevelTypesAnd142WithNestedOnes() {
        assertThat(topLevel(api.types())).hasSizeLessThanOrEqualTo(108);
        assertThat(api.types()).hasSizeLessThanOrEqualTo(142);
    }

    @Test
    void theRootHasAtMost25Types() {
        assertThat(topLevel(api.typesIn(ROOT))).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void theAssertionsHaveAtMost9Types() {
        assertThat(topLevel(api.typesIn(ASSERTJ))).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void otherPackagesHaveAtMost8TopLevelTypes() {
        assertThat(api.packages())
                .filteredOn(name -> !List.of(ROOT, IAM, ASSERTJ).contains(name))
                .allSatisfy(
                        name -> assertThat(topLevel(api.typesIn(name))).as(name).hasSizeLessThanOrEqualTo(8));
    }

    @Test
    void theServerHasAtMost40Methods() {
        assertThat(Stream.of(ChimeMessagingServer.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()))
                .hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void usersCreateExceptionsAndNothingElse() {
        assertThat(api.types())
                .filteredOn(type -> !Throwable.class.isAssignableFrom(type))
                .allSatisfy(type -> assertThat(type.getConstructors()).isEmpty());
    }

    @Test
    void noTypeIsARecordAsEachNewComponentWouldBreakUsers() {
        assertThat(api.types()).noneMatch(Class::isRecord);
    }

    @Test
    void noSignatureNamesATypeOfOursThatUsersDoNotSee() {
        PublicApi withSessions = PublicApi.of(ChimeMessagingServer.class, MessagingSession.class);

        assertThat(new PublicSignatures(withSessions).namingHiddenTypes()).isEmpty();
    }

    @Test
    void noSignatureNamesATypeOfALibraryThatMayBeReplaced() {
        assertThat(signatures.namingTypesIn(
                        "org.pcollections",
                        "com.github.tomakehurst",
                        "org.wiremock",
                        "wiremock",
                        "org.eclipse.jetty",
                        "com.fasterxml",
                        "tools.jackson",
                        "software.amazon.awssdk.thirdparty"))
                .isEmpty();
    }

    @Test
    void noTypeParameterIsBoundedByItself() {
        assertThat(signatures.selfBounded()).isEmpty();
    }
}
