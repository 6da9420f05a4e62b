/** Text with wildcards, for actions, resources and conditions of policies. */
@NullMarked
package io.github.chimefake.internal.iam.pattern;

import org.jspecify.annotations.NullMarked;
