package io.github.chimefake.internal.iam.policy;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.iam.PolicyDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedPolicyTest {
    @Test
    void rejectsDocumentsThatItDidNotRead() {
        PolicyDocument foreign = new PolicyDocument() {
            @Override
            public String name() {
                return "foreign";
            }

            @Override
            public List<PolicyWarning> warnings(ServiceVocabulary service) {
                return List.of();
            }
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamedPolicy.of(foreign))
                .withMessageContaining("PolicyTemplate.read()");
    }
}
