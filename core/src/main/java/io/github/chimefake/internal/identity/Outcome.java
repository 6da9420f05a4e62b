package io.github.chimefake.internal.identity;

import software.amazon.awssdk.awscore.AwsResponse;

/**
 * What a {@link Command} makes.
 *
 * @param directory the directory after it
 * @param response the answer
 */
record Outcome(Directory directory, AwsResponse response) {}
