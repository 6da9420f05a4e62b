/** Permissions: rules that deny or allow calls, and IAM policies of callers. */
@NullMarked
package io.github.chimefake.permissions;

import org.jspecify.annotations.NullMarked;
