package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody was made a moderator of a channel, or was banned from it.
 *
 * @param subject the ARN of the user or bot
 * @param createdBy the user who did it; empty if a test did
 * @param created when
 */
public record Appointment(MemberArn subject, Optional<MemberArn> createdBy, Instant created) {}
