/** AWS Signature Version 4: what a request says of its signature, and whether that is right. */
@NullMarked
package io.github.chimefake.internal.access.signature;

import org.jspecify.annotations.NullMarked;
