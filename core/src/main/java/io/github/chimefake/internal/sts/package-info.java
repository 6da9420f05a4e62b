/** The actions of AWS STS that clients need to get credentials from the fake. */
@NullMarked
package io.github.chimefake.internal.sts;

import org.jspecify.annotations.NullMarked;
