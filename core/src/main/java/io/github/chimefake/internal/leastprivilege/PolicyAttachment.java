package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.internal.iam.policy.NamedPolicy;

/**
 * An identity-based policy that was attached to a principal.
 *
 * @param principal as in {@link UsedPermission}
 * @param policy the attached policy
 */
record PolicyAttachment(String principal, NamedPolicy policy) {}
