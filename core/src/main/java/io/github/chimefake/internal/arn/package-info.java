/**
 * Amazon Resource Names: the kinds of resources of Amazon Chime, the components of any ARN, and the partitions of AWS.
 */
@NullMarked
package io.github.chimefake.internal.arn;

import org.jspecify.annotations.NullMarked;
