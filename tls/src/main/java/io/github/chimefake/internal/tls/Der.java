package io.github.chimefake.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Writes values of ASN.1 in DER, the few types that a certificate needs (ITU-T X.690). */
final class Der {
    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0C;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONTEXT = 0x80;
    private static final int CONTEXT_CONSTRUCTED = 0xA0;

    /** From this year on, certificates have the longer form of time (RFC 5280, 4.1.2.5). */
    private static final int FIRST_YEAR_OF_GENERALIZED_TIME = 2050;

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");
    private static final DateTimeFormatter GENERALIZED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

    private Der() {}

    static byte[] sequence(byte[]... elements) {
        return value(SEQUENCE, concatenated(elements));
    }

    static byte[] set(byte[]... elements) {
        return value(SET, concatenated(elements));
    }

    static byte[] isTrue() {
        return value(BOOLEAN, new byte[] {(byte) 0xFF});
    }

    static byte[] integer(BigInteger number) {
        return value(INTEGER, number.toByteArray());
    }

    static byte[] integer(long number) {
        return integer(BigInteger.valueOf(number));
    }

    static byte[] utf8String(String text) {
        return value(UTF8_STRING, text.getBytes(UTF_8));
    }

    static byte[] octetString(byte[] content) {
        return value(OCTET_STRING, content);
    }

    /** Returns a bit string of whole bytes. */
    static byte[] bitString(byte[] content) {
        return value(BIT_STRING, concatenated(new byte[1], content));
    }

    /** Returns a bit string in which one bit of the first eight is set, which is how certificates name a single purpose. */
    static byte[] onlyBit(int index) {
        return value(BIT_STRING, new byte[] {(byte) (7 - index), (byte) (0x80 >> index)});
    }

    static byte[] objectIdentifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(40 * Integer.parseInt(arcs[0]) + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            writeBase128(content, Integer.parseInt(arcs[i]));
        }
        return value(OBJECT_IDENTIFIER, content.toByteArray());
    }

    private static void writeBase128(ByteArrayOutputStream out, int arc) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if ((arc >>> shift) != 0) {
                out.write(0x80 | ((arc >>> shift) & 0x7F));
            }
        }
        out.write(arc & 0x7F);
    }

    /** Returns the time in whole seconds. */
    static byte[] time(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return utc.getYear() < FIRST_YEAR_OF_GENERALIZED_TIME
                ? value(UTC_TIME, UTC.format(utc).getBytes(US_ASCII))
                : value(GENERALIZED_TIME, GENERALIZED.format(utc).getBytes(US_ASCII));
    }

    /** Returns content with a tag that has its meaning from where it stands. */
    static byte[] context(int number, byte[] content) {
        return value(CONTEXT + number, content);
    }

    /** Returns values with a tag that has its meaning from where it stands. */
    static byte[] contextOf(int number, byte[]... elements) {
        return value(CONTEXT_CONSTRUCTED + number, concatenated(elements));
    }

    private static byte[] value(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int zeros = length[0] == 0 ? 1 : 0;
            out.write(0x80 | (length.length - zeros));
            out.write(length, zeros, length.length - zeros);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
