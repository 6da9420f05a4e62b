/** Detection of the AWS SDK on the class path, and checks that it is supported. */
@NullMarked
package io.github.chimefake.internal.sdk;

import org.jspecify.annotations.NullMarked;
