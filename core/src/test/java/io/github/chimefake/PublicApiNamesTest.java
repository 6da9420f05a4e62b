package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.publicapi.PublicApi;
import io.github.chimefake.publicapi.PublicNames;
import io.github.chimefake.session.MessagingSession;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** The same words in every language that a client is written in, and no name that an import of another library hides. */
class PublicApiNamesTest {
    private final PublicNames names = new PublicNames(PublicApi.of(ChimeMessagingServer.class, MessagingSession.class));

    @Test
    void noMethodIsAKeywordOfKotlinOrPython() {
        assertThat(names.keywords()).isEmpty();
    }

    @Test
    void noTwoTypesHaveOneSimpleName() {
        assertThat(names.repeated()).isEmpty();
    }

    @Test
    void noTypeHasTheSimpleNameOfOneThatTestsImport() {
        assertThat(names.sharedWithPackagesOf(
                        ChimeSdkMessagingException.class,
                        ChimeSdkIdentityException.class,
                        Test.class,
                        ExtendWith.class,
                        ParameterizedTest.class,
                        Assertions.class))
                .isEmpty();
    }
}
