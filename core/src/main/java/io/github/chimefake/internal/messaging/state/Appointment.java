package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.Optional;

/**
 * A moderator or a ban of a channel.
 *
 * @param subject the ARN of the user or bot
 * @param createdBy the user who created it; empty for a fixture
 * @param created when it was created
 */
public record Appointment(MemberArn subject, Optional<MemberArn> createdBy, Instant created) {}
