/** Permissions: rules that deny and allow calls, and IAM policies of callers. */
@NullMarked
package io.github.chimefake.permissions;

import org.jspecify.annotations.NullMarked;
