package io.github.chimefake.internal.exchange;

/**
 * The credential scope of a signature: the day, region and service that it is valid for.
 *
 * @param date {@code YYYYMMDD} in UTC
 * @param region for example {@code us-east-1}
 * @param service the signing name, for example {@code chime}
 * @param terminator {@code aws4_request}
 */
public record CredentialScope(String date, String region, String service, String terminator) {

    /** Returns the form in the string to sign and, after the access key, in the credential. */
    @Override
    public String toString() {
        return date + "/" + region + "/" + service + "/" + terminator;
    }
}
