package io.github.chimefake.iam;

import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.iam.PolicyDocument.PolicyWarning;
import io.github.chimefake.iam.PolicyDocument.ServiceVocabulary;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {
    private static final String JSON =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObjekt\",\"Resource\":\"*\"}}";

    @Test
    void hasTheNameOfItsTemplate() {
        PolicyDocument policy = policy("backend", JSON).read();

        assertThat(policy.name()).isEqualTo("backend");
        assertThat(policy).hasToString("backend");
        assertThat(PolicyDocument.parse(JSON).name()).isEqualTo("policy");
    }

    @Test
    void equalsAnotherOfTheSameNameAndContent() {
        assertThat(policy("policy", JSON).read())
                .isEqualTo(PolicyDocument.parse(JSON))
                .hasSameHashCodeAs(PolicyDocument.parse(JSON))
                .isNotEqualTo(policy("other", JSON).read())
                .isNotEqualTo(PolicyDocument.parse(JSON.replace("Allow", "Deny")));
    }

    @Test
    void warnsOfWhatTheServiceDoesNotHave() {
        ServiceVocabulary s3 = ServiceVocabulary.of("s3", Set.of("GetObject"), Set.of("s3:max-keys"));

        assertThat(PolicyDocument.parse(JSON).warnings(s3))
                .singleElement()
                .returns("$.Statement[0].Action", PolicyWarning::path)
                .extracting(PolicyWarning::message)
                .asString()
                .contains("\"s3:GetObjekt\"", "did you mean \"s3:GetObject\"?");
        assertThat(s3.prefix()).isEqualTo("s3");
        assertThat(s3.actions()).containsExactly("GetObject");
        assertThat(s3.conditionKeys()).containsExactly("s3:max-keys");
    }

    @Test
    void saysWhereATextIsInvalid() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicyDocument.parse(JSON.replace("Allow", "Permit")))
                .withMessage(
                        "Invalid IAM policy at $.Statement.Effect: received \"Permit\", expected \"Allow\" or \"Deny\","
                                + " in this spelling")
                .returns("$.Statement.Effect", InvalidPolicyException::path);
    }
}
