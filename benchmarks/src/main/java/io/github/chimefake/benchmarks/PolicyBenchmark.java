package io.github.chimefake.benchmarks;

import static io.github.chimefake.iam.PolicyTemplate.policy;

import io.github.chimefake.iam.PolicyDecision;
import io.github.chimefake.iam.PolicySimulator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a decision costs by the largest policies that AWS's quotas accept. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolicyBenchmark {
    private static final String ROLE = "arn:aws:iam::111122223333:role/backend";
    private static final int MANAGED_POLICIES = 25;
    private static final int MANAGED_POLICY = 6_144;
    private static final int INLINE_POLICY = 10_240;

    /** The longest name that IAM's own simulator accepts. */
    private static final int LONGEST_ARN = 2_048;

    private static final String ARN = "arn:aws:s3:::";

    private static PolicySimulator roleWith(String name, String resources) {
        return PolicySimulator.create().principal(ROLE).attach(policy(name, document(resources)));
    }

    private static String document(String resources) {
        return "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":[" + resources + "]}}";
    }

    /** Every policy that a role can have, full of patterns of which none matches. */
    @State(Scope.Thread)
    public static class LargestSet {
        private final PolicySimulator role = role();

        private static PolicySimulator role() {
            PolicySimulator role = roleWith("inline", patterns(INLINE_POLICY));
            for (int managed = 0; managed < MANAGED_POLICIES; managed++) {
                role = role.attach(policy("managed" + managed, document(patterns(MANAGED_POLICY))));
            }
            return role;
        }

        private static String patterns(int size) {
            StringBuilder patterns = new StringBuilder("\"" + ARN + "b\"");
            for (int index = 0; document(patterns.toString()).length() < size - 40; index++) {
                patterns.append(",\"").append(ARN).append("*b*/").append(index).append("\"");
            }
            return patterns.toString();
        }
    }

    /** One star before the longest literal that a policy can hold, which the name nearly has at each of its places. */
    @State(Scope.Thread)
    public static class LongestLiteral {
        private final PolicySimulator role = roleWith(
                "inline",
                "\"" + ARN + "*"
                        + "a"
                                .repeat(INLINE_POLICY
                                        - document("\"" + ARN + "*b\"").length()) + "b\"");
    }

    /** As the other one, but with a literal that the name has room for, so that it is tried at each of its places. */
    @State(Scope.Thread)
    public static class LongLiteral {
        private final PolicySimulator role = roleWith("inline", "\"" + ARN + "*" + "a".repeat(LONGEST_ARN / 2) + "b\"");
    }

    private static PolicyDecision decideOnTheLongestArn(PolicySimulator role) {
        return role.decide("s3:GetObject", ARN + "a".repeat(LONGEST_ARN - ARN.length()));
    }

    @Benchmark
    public PolicyDecision decideByTheLargestSet(LargestSet set) {
        return set.role.decide("s3:GetObject", ARN + "chat/object");
    }

    @Benchmark
    public PolicyDecision decideByTheLongestLiteral(LongestLiteral literal) {
        return decideOnTheLongestArn(literal.role);
    }

    @Benchmark
    public PolicyDecision decideByALongLiteral(LongLiteral literal) {
        return decideOnTheLongestArn(literal.role);
    }
}
