package io.github.chimefake.internal.access.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.exchange.CredentialScope;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
    private static final CredentialScope SCOPE = new CredentialScope("20150830", "us-east-1", "iam", "aws4_request");

    private final SigningKeys keys = new SigningKeys();

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }

    @Test
    void aKeyIsThatOfAwssExample() {
        // From "Create a signed AWS API request" in the IAM User Guide.
        assertThat(hex(keys.signingKey("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", SCOPE)))
                .isEqualTo("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
    }

    @Test
    void anotherSecretOrScopeHasAnotherKey() {
        byte[] key = keys.signingKey("secret", SCOPE);

        assertThat(keys.signingKey("secret", SCOPE)).isEqualTo(key);
        assertThat(keys.signingKey("other", SCOPE)).isNotEqualTo(key);
        assertThat(keys.signingKey("secret", new CredentialScope("20150831", "us-east-1", "iam", "aws4_request")))
                .isNotEqualTo(key);
    }

    @Test
    void keysStayRightWhenTooManyWereMade() {
        byte[] key = keys.signingKey("secret", SCOPE);
        for (int other = 0; other < SigningKeys.KEPT; other++) {
            keys.signingKey("secret " + other, SCOPE);
        }

        assertThat(keys.signingKey("secret", SCOPE)).isEqualTo(key);
    }
}
