package io.github.chimefake.internal.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.iam.PolicyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyKindNamesTest {
    @ParameterizedTest
    @CsvSource({
        "IDENTITY, identity-based policy, policies",
        "PERMISSIONS_BOUNDARY, permissions boundary, permissions boundaries",
        "SESSION, session policy, session policies",
        "SERVICE_CONTROL, service control policy, service control policies"
    })
    void areThoseOfAws(PolicyKind kind, String nameWithoutArticle, String pluralNoun) {
        PolicyKindNames names = PolicyKindNames.of(kind);

        assertThat(names.nameWithoutArticle()).isEqualTo(nameWithoutArticle);
        assertThat(names.pluralNoun()).isEqualTo(pluralNoun);
    }
}
