package io.github.chimefake.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

class SdkClassesTest {
    @Test
    void aClassIsFoundByTheOperationAndBesideItsKind() {
        assertThat(SdkClasses.find("SendChannelMessage", "Request", ChimeSdkMessagingRequest.class))
                .isEqualTo(SendChannelMessageRequest.class);
        assertThat(SdkClasses.find("CreateAppInstance", "Response", ChimeSdkIdentityResponse.class))
                .isEqualTo(CreateAppInstanceResponse.class);
    }

    @Test
    void aClassThatTheSdkDoesNotHaveIsNamedWithWhatToLookAt() {
        assertThatExceptionOfType(NoClassDefFoundError.class)
                .isThrownBy(() -> SdkClasses.find("SendTelegram", "Request", ChimeSdkMessagingRequest.class))
                .withMessage(
                        "software.amazon.awssdk.services.chimesdkmessaging.model.SendTelegramRequest. Tested are the"
                                + " versions of the AWS SDK that the README names")
                .withCauseInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void aClassOfAnotherKindIsNotTakenForOne() {
        assertThatExceptionOfType(ClassCastException.class)
                .isThrownBy(() -> SdkClasses.find("SendChannelMessage", "Request", ChimeSdkMessagingResponse.class));
    }
}
