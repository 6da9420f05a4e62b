package io.github.chimefake.iam;

import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS's quotas for policies. */
@Tag("slow")
class PolicyLimitsTest {
    private static final String USER = "arn:aws:iam::111122223333:user/backend";
    private static final String ROLE = "arn:aws:iam::111122223333:role/backend";
    private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/backend/session";

    /** Returns a policy of so many characters, with white space that does not count. */
    private static PolicyTemplate ofSize(int size) {
        String empty = "{\"Id\":\"\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
        return policy(
                "of " + size,
                empty.replace("\"Id\":\"", "\n\t  \"Id\" : \" " + "x".repeat(size - empty.length()) + " "));
    }

    private static void assertRefused(PolicySimulator simulator, PolicyKind kind, int size, String quota) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> simulator.attach(kind, ofSize(size)))
                .withMessageStartingWith("Invalid IAM policy \"of " + size + "\" at $: received ")
                .withMessageContaining("AWS's quota for " + quota)
                .withMessageContaining("call limitPolicies(false)")
                .returns("$", InvalidPolicyException::path);
        assertThat(simulator
                        .limitPolicies(false)
                        .attach(kind, ofSize(size))
                        .attach(ofSize(100))
                        .decide("a:B")
                        .isAllowed())
                .isTrue();
    }

    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of(USER, PolicyKind.IDENTITY, 6_144, "the size of a managed policy"),
                Arguments.of(ROLE, PolicyKind.IDENTITY, 10_240, "the inline policies of a role"),
                Arguments.of(SESSION, PolicyKind.IDENTITY, 10_240, "the inline policies of a role"),
                Arguments.of("", PolicyKind.IDENTITY, 10_240, "the inline policies of a role"),
                Arguments.of(ROLE, PolicyKind.PERMISSIONS_BOUNDARY, 6_144, "the size of a managed policy"),
                Arguments.of(SESSION, PolicyKind.SESSION, 2_048, "the size of a session policy"),
                Arguments.of(USER, PolicyKind.SERVICE_CONTROL, 10_240, "the size of a service control policy"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aPolicyIsAsLargeAsAwsAccepts(String principal, PolicyKind kind, int greatest, String quota) {
        PolicySimulator simulator = of(principal);

        assertThat(simulator.attach(kind, ofSize(greatest))).isNotNull();
        assertRefused(simulator, kind, greatest + 1, quota);
    }

    private static PolicySimulator of(String principal) {
        return principal.isEmpty()
                ? PolicySimulator.create()
                : PolicySimulator.create().principal(principal);
    }

    /** Each row: a principal or none, how many policies of which size it has, and the size of one more that fits and of one that does not. */
    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:role/backend, 25, 6144, 10240, 10241",
        "arn:aws:iam::111122223333:role/backend, 26, 5000, 6144, 6145",
        "arn:aws:iam::111122223333:role/backend, 27, 5000, 240, 241",
        "arn:aws:iam::111122223333:role/backend, 30, 1000, 6144, 7000",
        "arn:aws:iam::111122223333:user/backend, 120, 6144, 5120, 5121",
        "'', 120, 6144, 5120, 5121"
    })
    void policiesFitAmongManagedAndInlineOnes(String principal, int count, int size, int fits, int tooMuch) {
        PolicySimulator simulator = of(principal);
        for (int policy = 0; policy < count; policy++) {
            simulator = simulator.attach(ofSize(size));
        }

        assertThat(simulator.attach(ofSize(fits))).isNotNull();
        assertRefused(simulator, PolicyKind.IDENTITY, tooMuch, "the inline policies of a");
    }

    @ParameterizedTest
    @CsvSource({
        "SESSION, 11, session policies",
        "SERVICE_CONTROL, 10, service control policies of a level",
        "PERMISSIONS_BOUNDARY, 1, permissions boundaries of a principal"
    })
    void thereAreAsManyPoliciesAsAwsAccepts(PolicyKind kind, int greatest, String quota) {
        PolicySimulator simulator = of(SESSION);
        for (int policy = 0; policy < greatest; policy++) {
            simulator = simulator.attach(kind, ofSize(100));
        }

        assertRefused(simulator, kind, 100, "the number of " + quota);
    }

    @Test
    void everyLevelOfAnOrganizationHasTenPoliciesAndThereAreSevenLevels() {
        PolicySimulator simulator = of(ROLE);
        for (int level = 0; level < 7; level++) {
            for (int policy = 0; policy < 10; policy++) {
                simulator = simulator.attachServiceControl("level " + level, ofSize(100));
            }
        }
        PolicySimulator full = simulator;

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> full.attachServiceControl("level 6", ofSize(100)))
                .withMessageContaining(
                        "received 11 policies, expected at most 10, AWS's quota for the number of service"
                                + " control policies of a level");
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> full.attachServiceControl("level 7", ofSize(100)))
                .withMessageContaining("received the 8th level, expected at most 7, AWS's quota for the depth of an"
                        + " organization");
    }

    @Test
    void sixteenThousandStatementsAreRefusedAtOnceAndReadWithoutLimits() {
        String statements =
                "{\"Effect\":\"Allow\",\"Action\":\"svc:Other\",\"Resource\":\"arn:aws:svc:::a\"},".repeat(16_000);
        PolicyTemplate large = policy(
                "large",
                "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements
                        + "{\"Effect\":\"Allow\",\"Action\":\"svc:Action\",\"Resource\":\"*\"}]}");

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicySimulator.create().attach(large))
                .withMessageContaining(
                        "expected at most 25 managed policies of 6144 characters, AWS's quota for the size of a"
                                + " managed policy, and at most 10240 characters otherwise, AWS's quota for the inline policies of a"
                                + " role");
        PolicySimulator simulator =
                PolicySimulator.create().limitPolicies(false).attach(large);
        assertThat(simulator.decide("svc:Action").isAllowed()).isTrue();
        assertThat(simulator.decide("svc:Another").explain())
                .contains("statement 16000 of policy \"large\" covers this resource");
    }

    @Test
    void aRequestInJsonHasTheSameLimits() {
        String request = "{\"action\":\"a:B\",\"principal\":\"" + USER + "\",%s\"identityPolicies\":[{\"Id\":\""
                + "x".repeat(7_000) + "\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}]}";

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicySimulator.simulate(request.formatted("")))
                .withMessageContaining("AWS's quota for the size of a managed policy");
        assertThat(PolicySimulator.simulate(request.formatted("\"limitPolicies\":false,")))
                .contains("\"Allowed\"");
        assertThatExceptionOfType(InvalidSimulationException.class)
                .isThrownBy(() -> PolicySimulator.simulate(request.formatted("\"limitPolicies\":1,")))
                .withMessageContaining("expected a boolean")
                .returns("$.limitPolicies", InvalidSimulationException::path);
    }
}
