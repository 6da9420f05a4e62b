package io.github.chimefake.internal.access.callers;

import java.security.SecureRandom;
import java.util.Base64;

/** How the secrets of access keys are chosen. */
public enum KeySecrets {
    /** By the number of the key, so that they are the same in every run. */
    NUMBERED {
        @Override
        String secretAccessKey(String number) {
            return "secret-of-no-account-" + number;
        }

        @Override
        String sessionToken(String number) {
            return "session-token-of-no-account-" + number;
        }
    },
    /** At random, so that they cannot be guessed. */
    RANDOM {
        @Override
        String secretAccessKey(String number) {
            return random(SECRET_BYTES);
        }

        @Override
        String sessionToken(String number) {
            return random(TOKEN_BYTES);
        }
    };

    /** Gives 40 letters, as many as AWS's have. */
    private static final int SECRET_BYTES = 30;

    private static final int TOKEN_BYTES = 48;

    abstract String secretAccessKey(String number);

    abstract String sessionToken(String number);

    private static String random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
