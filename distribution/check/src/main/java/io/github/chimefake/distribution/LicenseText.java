package io.github.chimefake.distribution;

/**
 * A file within a jar that names a license of the GPL family.
 *
 * @param entry its path in the jar; for a jar within the jar, followed by {@code !/} and the path in that
 * @param digest the first 16 digits of the SHA-256 of its content
 */
record LicenseText(String entry, String digest) {}
