/** Policies in templates of CloudFormation, with what the template leaves open filled in. */
@NullMarked
package io.github.chimefake.internal.iam.template;

import org.jspecify.annotations.NullMarked;
