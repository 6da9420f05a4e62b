/** Amazon Resource Names: the resources of Amazon Chime by kind, the components of any ARN, and the partitions of AWS. */
@NullMarked
package io.github.chimefake.internal.arn;

import org.jspecify.annotations.NullMarked;
