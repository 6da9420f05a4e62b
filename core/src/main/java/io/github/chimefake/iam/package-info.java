/**
 * IAM policies without a server: parsed strictly, evaluated by IAM's rules for any service, with explanations. Start with
 * {@link io.github.chimefake.iam.PolicySimulator}.
 */
@NullMarked
package io.github.chimefake.iam;

import org.jspecify.annotations.NullMarked;
