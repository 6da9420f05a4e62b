/** The permissions that calls used, as minimal policies, and the permissions of attached policies that no call used. */
@NullMarked
package io.github.chimefake.internal.leastprivilege;

import org.jspecify.annotations.NullMarked;
