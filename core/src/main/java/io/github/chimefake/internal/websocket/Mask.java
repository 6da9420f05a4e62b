package io.github.chimefake.internal.websocket;

/** The masking of payloads. Applied twice, it changes nothing. */
final class Mask {
    private Mask() {}

    /**
     * Applies a masking key.
     *
     * @param position how many bytes of the payload came before these
     */
    static void apply(int key, int position, byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int shift = Integer.SIZE - Byte.SIZE * ((position + i) % Integer.BYTES + 1);
            bytes[i] ^= (byte) (key >> shift);
        }
    }
}
