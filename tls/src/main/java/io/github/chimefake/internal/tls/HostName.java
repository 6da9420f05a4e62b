package io.github.chimefake.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A host as a certificate names it. */
sealed interface HostName {
    /** Returns the {@code GeneralName} of the host. */
    byte[] generalName();

    /** Returns the {@code GeneralName} that permits the host as a constraint. */
    byte[] constraint();

    /**
     * Returns the host.
     *
     * @param text a name, or an IP address, of version 6 with or without brackets
     * @throws IllegalArgumentException if it has another form
     */
    static HostName parse(String text) {
        String host = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (IpAddress.FORM.matcher(host).matches()) {
            return IpAddress.parse(host);
        }
        if (!DnsName.FORM.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" cannot be in a certificate. Use a name of letters, digits,"
                            + " hyphens and dots, or an IP address.");
        }
        return new DnsName(host.toLowerCase(Locale.ROOT));
    }

    /** A name, which as a constraint permits the names below it, too. */
    record DnsName(String name) implements HostName {
        private static final Pattern FORM = Pattern.compile(label() + "(?:\\." + label() + ")*");
        private static final int TAG = 2;

        private static String label() {
            return "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
        }

        @Override
        public byte[] generalName() {
            return Der.context(TAG, name.getBytes(US_ASCII));
        }

        @Override
        public byte[] constraint() {
            return generalName();
        }
    }

    /** An address; as a constraint, the first {@code prefix} bits decide. */
    record IpAddress(InetAddress address, int prefix) implements HostName {
        private static final Pattern FORM = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
        private static final int TAG = 7;

        private static IpAddress parse(String text) {
            try { // Of this form, it is not looked up.
                InetAddress address = InetAddress.getByName(text);
                return new IpAddress(address, Byte.SIZE * address.getAddress().length);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not an IP address. Use one like 192.168.1.7 or fd00::7.", e);
            }
        }

        IpAddress withPrefix(int bits) {
            return new IpAddress(address, bits);
        }

        @Override
        public byte[] generalName() {
            return Der.context(TAG, address.getAddress());
        }

        @Override
        public byte[] constraint() {
            byte[] network = address.getAddress();
            int length = network.length;
            byte[] all = Arrays.copyOf(network, 2 * length);
            for (int i = 0; i < length; i++) {
                int bits = Math.max(0, Math.min(Byte.SIZE, prefix - Byte.SIZE * i));
                all[length + i] = (byte) (0xFF << (Byte.SIZE - bits));
                all[i] &= all[length + i];
            }
            return Der.context(TAG, all);
        }
    }
}
