/** Amazon Resource Names, taken apart, and the partitions of AWS. */
@NullMarked
package io.github.chimefake.internal.arn;

import org.jspecify.annotations.NullMarked;
