package io.github.chimefake.internal.iam.condition;

import java.util.Arrays;
import java.util.Optional;

/**
 * A range of IP addresses in CIDR notation. Parses addresses itself, because the JDK resolves other texts as host names.
 */
final class IpRange {
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;
    private static final int IPV6_GROUPS = 8;

    private final byte[] network;
    private final int prefixLength;

    private IpRange(byte[] network, int prefixLength) {
        this.network = network;
        this.prefixLength = prefixLength;
    }

    /** Parses an address with a prefix length, or a single address; empty if the text is neither. */
    static Optional<IpRange> read(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = address.get().length * Byte.SIZE;
        int prefixLength = slash < 0 ? bits : decimal(text.substring(slash + 1), bits);
        return prefixLength < 0 ? Optional.empty() : Optional.of(new IpRange(address.get(), prefixLength));
    }

    /** Returns the bytes of an IPv4 or IPv6 address; empty if the text is not an address. */
    static Optional<byte[]> address(String text) {
        return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
    }

    /** Returns whether the address is in the range. Addresses of the other family never are. */
    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = prefixLength / Byte.SIZE;
        int rest = prefixLength % Byte.SIZE;
        int mask = 0xFF << (Byte.SIZE - rest);
        return Arrays.equals(network, 0, whole, address, 0, whole)
                && (rest == 0 || ((network[whole] ^ address[whole]) & mask & 0xFF) == 0);
    }

    private static Optional<byte[]> ipv4(String text) {
        String[] parts = text.split("\\.", IPV4_LENGTH + 1);
        byte[] address = new byte[IPV4_LENGTH];
        if (parts.length != IPV4_LENGTH) {
            return Optional.empty();
        }
        for (int index = 0; index < IPV4_LENGTH; index++) {
            int part = decimal(parts[index], 255);
            if (part < 0) {
                return Optional.empty();
            }
            address[index] = (byte) part;
        }
        return Optional.of(address);
    }

    /** Accepts {@code ::} once, for the groups of zeros that are missing. */
    private static Optional<byte[]> ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(address -> address.length == IPV6_LENGTH);
        }
        Optional<byte[]> head = groups(text.substring(0, gap));
        Optional<byte[]> tail = groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length >= IPV6_LENGTH) {
            return Optional.empty();
        }
        byte[] address = Arrays.copyOf(head.get(), IPV6_LENGTH);
        int tailLength = tail.get().length;
        System.arraycopy(tail.get(), 0, address, IPV6_LENGTH - tailLength, tailLength);
        return Optional.of(address);
    }

    /** Parses groups of up to four hexadecimal digits; the last two groups may be written as an IPv4 address. */
    private static Optional<byte[]> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] groups = text.split(":", IPV6_GROUPS + 1);
        byte[] bytes = new byte[IPV6_LENGTH * 2];
        int length = 0;
        for (int index = 0; index < groups.length; index++) {
            if (index == groups.length - 1 && groups[index].indexOf('.') >= 0) {
                Optional<byte[]> embedded = ipv4(groups[index]);
                if (embedded.isEmpty()) {
                    return Optional.empty();
                }
                System.arraycopy(embedded.get(), 0, bytes, length, IPV4_LENGTH);
                length += IPV4_LENGTH;
            } else {
                int group = hexadecimal(groups[index]);
                if (group < 0) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) (group >> Byte.SIZE);
                bytes[length++] = (byte) group;
            }
        }
        return length > IPV6_LENGTH ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, length));
    }

    /** Returns the number, or -1 if the text is not a number up to the greatest. Rejects leading zeros, which some parsers read as octal. */
    private static int decimal(String text, int greatest) {
        boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
        int number = leadingZero || text.length() > 3 ? -1 : number(text, 10);
        return number <= greatest ? number : -1;
    }

    private static int hexadecimal(String text) {
        return text.length() > 4 ? -1 : number(text, 16);
    }

    private static int number(String text, int radix) {
        int number = text.isEmpty() ? -1 : 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            int digit = character < 128 ? Character.digit(character, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
