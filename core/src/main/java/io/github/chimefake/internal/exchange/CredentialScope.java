package io.github.chimefake.internal.exchange;

/**
 * What a signature is valid for: one day, one region, one service.
 *
 * @param date {@code YYYYMMDD} in UTC
 * @param region for example {@code us-east-1}
 * @param service the signing name, for example {@code chime}
 * @param terminator {@code aws4_request}
 */
public record CredentialScope(String date, String region, String service, String terminator) {

    /** As in the string to sign and, after the access key, in the credential. */
    @Override
    public String toString() {
        return date + "/" + region + "/" + service + "/" + terminator;
    }
}
