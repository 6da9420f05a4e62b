package io.github.chimefake.internal.arn;

import java.util.Map;

/** The partitions of AWS. */
public final class Partitions {
    private static final String STANDARD = "aws";

    /** Partitions by the prefix of their regions. */
    private static final Map<String, String> BY_PREFIX = Map.of(
            "cn-", "aws-cn",
            "us-gov-", "aws-us-gov",
            "us-iso-", "aws-iso",
            "us-isob-", "aws-iso-b",
            "eu-isoe-", "aws-iso-e",
            "us-isof-", "aws-iso-f",
            "eusc-", "aws-eusc");

    private Partitions() {}

    /** Returns the partition of a region, for example {@code aws-us-gov} for {@code us-gov-west-1}. */
    public static String of(String region) {
        return BY_PREFIX.entrySet().stream()
                .filter(entry -> region.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(STANDARD);
    }
}
