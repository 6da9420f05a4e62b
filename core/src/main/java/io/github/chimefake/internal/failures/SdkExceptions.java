package io.github.chimefake.internal.failures;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.internal.sdk.SdkClasses;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.chimesdkidentity.model.ChimeSdkIdentityException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** The exceptions that the clients of a service throw. */
final class SdkExceptions {
    private SdkExceptions() {}

    /**
     * Returns the class for an error.
     *
     * @throws NoClassDefFoundError if the SDK's module of the service is not on the class path
     */
    static Class<? extends AwsServiceException> of(ChimeService service, ChimeError error) {
        return service == ChimeService.IDENTITY
                ? of(error, ChimeSdkIdentityException.class)
                : of(error, ChimeSdkMessagingException.class);
    }

    private static <T extends AwsServiceException> Class<? extends T> of(ChimeError error, Class<T> base) {
        return error.isModeled() ? SdkClasses.find(error.errorType(), "", base) : base;
    }
}
