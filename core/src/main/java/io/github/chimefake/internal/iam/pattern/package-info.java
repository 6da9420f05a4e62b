/** Text with wildcards, as policies use it for actions, resources and conditions. */
@NullMarked
package io.github.chimefake.internal.iam.pattern;

import org.jspecify.annotations.NullMarked;
