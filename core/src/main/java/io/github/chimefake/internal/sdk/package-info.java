/** Which AWS SDK is on the class path, and whether the fake can work with it. */
@NullMarked
package io.github.chimefake.internal.sdk;

import org.jspecify.annotations.NullMarked;
