package io.github.chimefake.iam;

import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Service control policies on several levels of an organization, each of which must allow a request. */
class PolicyLevelsTest {
    private static final PolicyTemplate ALL = allow("all", "*");
    private static final PolicyTemplate S3 = allow("s3 only", "s3:*");
    private static final PolicySimulator BACKEND = PolicySimulator.create().attach(allow("backend", "*"));

    private static PolicyTemplate allow(String name, String action) {
        return policy(name, statement("Allow", action));
    }

    private static String statement(String effect, String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"" + effect + "\",\"Action\":\"" + action
                + "\",\"Resource\":\"*\"}}";
    }

    /** Each row: what the root, a unit and the account allow, an action, and whether it is allowed. */
    @ParameterizedTest
    @CsvSource({
        "*, *, *, s3:GetObject, true",
        "*, s3:*, *, s3:GetObject, true",
        "*, s3:*, *, sqs:SendMessage, false",
        "s3:*, *, *, sqs:SendMessage, false",
        "*, *, s3:*, sqs:SendMessage, false",
        "s3:*, sqs:*, *, s3:GetObject, false",
        "s3:Get*, s3:*Object, *, s3:GetObject, true"
    })
    void eachLevelMustAllow(String root, String unit, String account, String action, boolean isAllowed) {
        assertThat(BACKEND.attachServiceControl("root", allow("r", root))
                        .attachServiceControl("chat", allow("u", unit))
                        .attachServiceControl("account", allow("a", account))
                        .decide(action)
                        .isAllowed())
                .isEqualTo(isAllowed);
        assertThat(PolicySimulator.simulate("{\"action\":\"" + action + "\",\"identityPolicies\":["
                        + statement("Allow", "*") + "],\"serviceControlPolicies\":[[" + statement("Allow", root) + "],["
                        + statement("Allow", unit) + "],[" + statement("Allow", account) + "]]}"))
                .contains("\"decision\":\"" + (isAllowed ? "Allowed" : "ImplicitlyDenied") + "\"");
    }

    @Test
    void thePoliciesOfOneLevelCountAsOneSet() {
        PolicySimulator simulator = BACKEND.attachServiceControl("root", S3)
                .attachServiceControl("chat", ALL)
                .attachServiceControl("root", allow("sqs", "sqs:*"));

        assertThat(simulator.decide("s3:GetObject").isAllowed()).isTrue();
        assertThat(simulator.decide("sqs:SendMessage").isAllowed()).isTrue();
        assertThat(simulator.decide("sns:Publish").isAllowed()).isFalse();
    }

    @Test
    void policiesWithoutALevelAreOneMore() {
        PolicySimulator simulator = BACKEND.attachServiceControl("root", ALL).attach(PolicyKind.SERVICE_CONTROL, S3);

        assertThat(simulator.decide("s3:GetObject").isAllowed()).isTrue();
        assertThat(simulator.decide("sqs:SendMessage").isAllowed()).isFalse();
    }

    @Test
    void aLevelDeniesForAllBelow() {
        PolicyDecision decision = BACKEND.attachServiceControl("root", policy("no s3", statement("Deny", "s3:*")))
                .attachServiceControl("root", ALL)
                .attachServiceControl("chat", ALL)
                .decide("s3:GetObject");

        assertThat(decision.outcome()).isEqualTo(Outcome.EXPLICITLY_DENIED);
        assertThat(decision.explain())
                .contains("statement 0 of service control policy \"no s3\" of level \"root\" denies");
        assertThat(decision.resources().get(0).deciding()).singleElement().satisfies(statement -> {
            assertThat(statement.kind()).isEqualTo(PolicyKind.SERVICE_CONTROL);
            assertThat(statement.level()).contains("root");
        });
    }

    @Test
    void theExplanationNamesTheLevelThatLacksAnAllow() {
        ResourceDecision denied = BACKEND.attachServiceControl("root", ALL)
                .attachServiceControl("chat", S3)
                .decide("sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:q")
                .firstDenied()
                .orElseThrow();

        assertThat(denied.deniedBy()).contains(PolicyKind.SERVICE_CONTROL);
        assertThat(denied.matched())
                .extracting(statement -> statement.level())
                .containsExactly(Optional.of("root"), Optional.empty());
        assertThat(denied.explain())
                .contains(
                        "but no statement allows sqs:SendMessage on arn:aws:sqs:us-east-1:111122223333:q in service"
                                + " control policy \"s3 only\" of level \"chat\", which limits what other policies"
                                + " allow; statement 0 of"
                                + " service control policy \"s3 only\" of level \"chat\" covers this resource, but allows s3:* only");
    }

    @Test
    void theResultInJsonNamesLevelAndPolicy() {
        String request = "{\"action\":\"s3:GetObject\",\"identityPolicies\":[" + statement("Allow", "*")
                + "],\"serviceControlPolicies\":[" + statement("Allow", "*") + ",[" + statement("Allow", "s3:*")
                + "]]}";

        assertThat(PolicySimulator.simulate(request))
                .contains("{\"policy\":\"serviceControlPolicies[0]\",\"statement\":0,")
                .contains(
                        "{\"policy\":\"serviceControlPolicies[1][0]\",\"level\":\"serviceControlPolicies[1]\",\"statement\":0,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aLevelHasAName(String level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BACKEND.attachServiceControl(level, ALL))
                .withMessageContaining("expected the name of a level");
    }
}
