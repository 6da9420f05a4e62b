package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.internal.iam.policy.NamedPolicy;

/**
 * An identity-based policy that was attached to a principal.
 *
 * @param principal as in {@link Use}
 * @param policy what it was given
 */
record Grant(String principal, NamedPolicy policy) {}
