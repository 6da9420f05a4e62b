/**
 * IAM policies without a server: read strictly, evaluated by IAM's rules for any service, explained. Start with
 * {@link io.github.chimefake.iam.PolicySimulator}.
 */
@NullMarked
package io.github.chimefake.iam;

import org.jspecify.annotations.NullMarked;
