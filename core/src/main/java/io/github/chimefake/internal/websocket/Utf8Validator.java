package io.github.chimefake.internal.websocket;

/** Checks UTF-8 that comes in pieces, and finds an invalid byte as soon as it comes. */
final class Utf8Validator {
    /** How many bytes the current character still lacks. */
    private int missing;
    /** What the next byte may be: the second byte of some characters has a narrower range than the others. */
    private int lowest = 0x80;

    private int highest = 0xBF;

    /** Returns whether these bytes may follow those before. After an invalid byte nothing may be passed to it. */
    boolean accept(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!accept(bytes[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the bytes so far end with a character, and not within one. */
    boolean isComplete() {
        return missing == 0;
    }

    private boolean accept(int next) {
        if (missing == 0) {
            return next < 0x80 || begin(next);
        }
        boolean valid = next >= lowest && next <= highest;
        lowest = 0x80;
        highest = 0xBF;
        missing--;
        return valid;
    }

    private boolean begin(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            missing = 1;
        } else if (first >= 0xE0 && first <= 0xEF) {
            missing = 2;
            lowest = first == 0xE0 ? 0xA0 : 0x80; // No longer form of a shorter character.
            highest = first == 0xED ? 0x9F : 0xBF; // No surrogate.
        } else if (first >= 0xF0 && first <= 0xF4) {
            missing = 3;
            lowest = first == 0xF0 ? 0x90 : 0x80;
            highest = first == 0xF4 ? 0x8F : 0xBF; // No more than U+10FFFF.
        }
        return missing > 0;
    }

    static boolean isContinuation(byte next) {
        return (next & 0xC0) == 0x80;
    }
}
