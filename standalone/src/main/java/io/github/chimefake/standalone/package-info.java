/** The fake as a program: {@code java -jar chime-messaging-fake-standalone.jar}. */
@NullMarked
package io.github.chimefake.standalone;

import org.jspecify.annotations.NullMarked;
