/** Least privilege: the permissions that a program used, as a policy. */
@NullMarked
package io.github.chimefake.leastprivilege;

import org.jspecify.annotations.NullMarked;
