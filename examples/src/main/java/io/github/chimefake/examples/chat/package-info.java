/** A chat service of an application that uses the AWS SDK. It does not depend on the fake. */
@NullMarked
package io.github.chimefake.examples.chat;

import org.jspecify.annotations.NullMarked;
