package io.github.chimefake.internal.filter;

import java.util.Optional;

/**
 * A part of what a test set up, and whether it was used. Snapshots share it with the fakes that they are restored in, so what any
 * of these has used is used.
 */
public sealed interface Setup permits Sentence, RegisteredSetup {
    /** Returns where it was set up, for example {@code ChatTest.java:42}. */
    String source();

    /** Returns a number that is higher for later set-ups. */
    long order();

    /** Returns whether it was used by any test. */
    boolean isUsed();

    /** Returns whether nothing about it can be reported any more. */
    boolean isSettled();

    /** Returns the declaration that it belongs to, for example an annotation. */
    Optional<Declaration> declaration();

    /** Code that sets up the fake for a declaration: all of it is used as soon as a part of it is. */
    final class Declaration {
        private final String source;
        private volatile boolean used;

        /**
         * Creates a declaration.
         *
         * @param source how reports name it
         */
        public Declaration(String source) {
            this.source = source;
        }

        String source() {
            return source;
        }

        boolean isUsed() {
            return used;
        }

        void markUsed() {
            used = true;
        }
    }
}
