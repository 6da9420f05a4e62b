package io.github.chimefake.internal.http;

/** Names of the headers that the services and their clients exchange. They are matched without regard to case. */
public final class HeaderNames {
    public static final String AUTHORIZATION = "Authorization";
    public static final String AMZ_DATE = "x-amz-date";
    public static final String CONTENT_SHA256 = "x-amz-content-sha256";
    public static final String SECURITY_TOKEN = "x-amz-security-token";
    public static final String HOST = "host";

    /** The ARN of the user on whose behalf a request of messaging is made. */
    public static final String BEARER = "x-amz-chime-bearer";

    /** The id that all attempts of a call share; sent by most SDKs. */
    public static final String INVOCATION_ID = "amz-sdk-invocation-id";

    /** The number of the attempt; sent by most SDKs. */
    public static final String SDK_REQUEST = "amz-sdk-request";

    public static final String CONTENT_TYPE = "Content-Type";
    public static final String DATE = "Date";
    public static final String REQUEST_ID = "x-amzn-RequestId";
    public static final String ERROR_TYPE = "x-amzn-ErrorType";

    private HeaderNames() {}
}
