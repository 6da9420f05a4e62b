package io.github.chimefake.surroundings;

import io.github.chimefake.surroundings.Surroundings.Setup;
import java.util.List;

/** The rows of the matrix. */
final class AllSurroundings {
    private static final String TRAP = "http://127.0.0.1:{trap}";

    private AllSurroundings() {}

    /** Four rows, each of which is many settings at once: what is quick enough for every build. */
    static List<Surroundings> quick() {
        return List.of(
                proxyVariables(proxyProperties(Surroundings.of("every proxy at once")))
                        .property("socksProxyHost", "127.0.0.1")
                        .property("socksProxyPort", "{trap}")
                        .property("socksNonProxyHosts", ""),
                foreignVariables(Surroundings.of("a developer's AWS settings"))
                        .variable("AWS_CONFIG_FILE", "{files}/foreign-config")
                        .variable("AWS_SHARED_CREDENTIALS_FILE", "{files}/broken"),
                lineBreaks(unusableTlsAndLogging(Surroundings.of("TLS, loggers and headers that cannot be used"))),
                Surroundings.of("another place, and a foreign context class loader")
                        .property("user.language", "tr")
                        .property("user.country", "TR")
                        .property("user.timezone", "Pacific/Kiritimati")
                        .property("file.encoding", "UTF-16")
                        .setup(Setup.EMPTY_CONTEXT_CLASS_LOADER));
    }

    static List<Surroundings> all() {
        return List.of(
                Surroundings.of("none"),
                // Proxies
                proxyProperties(Surroundings.of("proxy properties")),
                proxyProperties(Surroundings.of("proxy properties with a user"))
                        .property("http.proxyUser", "user")
                        .property("http.proxyPassword", "secret")
                        .property("jdk.http.auth.tunneling.disabledSchemes", "")
                        .setup(Setup.AUTHENTICATOR),
                proxyVariables(Surroundings.of("proxy variables")),
                proxyVariables(Surroundings.of("proxy variables, but not for loopback addresses"))
                        .variable("NO_PROXY", "localhost,127.0.0.1")
                        .variable("no_proxy", "localhost,127.0.0.1"),
                Surroundings.of("malformed proxies")
                        .property("http.proxyHost", "not a host")
                        .property("http.proxyPort", "many")
                        .variable("HTTP_PROXY", "http://[not:a:proxy")
                        .variable("http_proxy", "::")
                        .variable("NO_PROXY", "*[(,,|"),
                Surroundings.of("a SOCKS proxy")
                        .property("socksProxyHost", "127.0.0.1")
                        .property("socksProxyPort", "{trap}")
                        .property("socksProxyVersion", "4")
                        .property("socksNonProxyHosts", ""),
                Surroundings.of("the system's proxies").property("java.net.useSystemProxies", "true"),
                Surroundings.of("a proxy selector with an HTTP proxy").setup(Setup.HTTP_PROXY_SELECTOR),
                Surroundings.of("a proxy selector with a SOCKS proxy").setup(Setup.SOCKS_PROXY_SELECTOR),
                Surroundings.of("a proxy selector that fails").setup(Setup.FAILING_PROXY_SELECTOR),
                Surroundings.of("no proxy selector").setup(Setup.NO_PROXY_SELECTOR),
                // AWS: profiles and files
                Surroundings.of("a profile that does not exist")
                        .variable("AWS_PROFILE", "missing")
                        .variable("AWS_DEFAULT_PROFILE", "missing"),
                Surroundings.of("a profile that does not exist, by property").property("aws.profile", "missing"),
                files("missing files", "missing"),
                files("broken files", "broken"),
                files("directories instead of files", ""),
                Surroundings.of("foreign files")
                        .variable("AWS_CONFIG_FILE", "{files}/foreign-config")
                        .variable("AWS_SHARED_CREDENTIALS_FILE", "{files}/foreign-credentials"),
                Surroundings.of("foreign files, by property, and a profile of them")
                        .property("aws.configFile", "{files}/foreign-config")
                        .property("aws.sharedCredentialsFile", "{files}/foreign-credentials")
                        .property("aws.profile", "other"),
                Surroundings.of("no home")
                        .property("user.home", "{files}/missing")
                        .variable("HOME", "{files}/missing"),
                // AWS: variables and properties
                foreignVariables(Surroundings.of("foreign variables")),
                foreignProperties(Surroundings.of("foreign properties")),
                nonsenseVariables(Surroundings.of("variables without sense")),
                nonsenseProperties(Surroundings.of("properties without sense")),
                Surroundings.of("credentials of a container that cannot be had")
                        .variable("AWS_CONTAINER_CREDENTIALS_FULL_URI", TRAP + "/credentials")
                        .variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", TRAP)
                        .variable("AWS_WEB_IDENTITY_TOKEN_FILE", "{files}/missing")
                        .variable("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/other"),
                // Place and time
                locale("Turkish", "tr", "TR"),
                locale("Arabic, digits included", "ar", "EG")
                        .property("user.extensions", "u-nu-arab")
                        .property("user.timezone", "Africa/Cairo"),
                locale("Thai, Buddhist calendar", "th", "TH")
                        .property("user.extensions", "u-ca-buddhist-nu-thai")
                        .property("user.timezone", "Asia/Bangkok"),
                locale("Japanese, imperial calendar", "ja", "JP")
                        .property("user.variant", "JP")
                        .property("user.extensions", "u-ca-japanese"),
                locale("Hindi digits", "hi", "IN").property("user.extensions", "u-nu-deva"),
                locale("no language", "", ""),
                Surroundings.of("west of every date line").property("user.timezone", "Etc/GMT+12"),
                Surroundings.of("a time zone that does not exist").property("user.timezone", "Nowhere/None"),
                Surroundings.of("ASCII").property("file.encoding", "US-ASCII").variable("LC_ALL", "C"),
                Surroundings.of("UTF-16").property("file.encoding", "UTF-16"),
                // The JVM
                Surroundings.of("no context class loader").setup(Setup.NO_CONTEXT_CLASS_LOADER),
                Surroundings.of("a context class loader that knows nothing").setup(Setup.EMPTY_CONTEXT_CLASS_LOADER),
                Surroundings.of("a context class loader with broken services")
                        .setup(Setup.CONTEXT_CLASS_LOADER_WITH_BROKEN_SERVICES),
                Surroundings.of("a context class loader with another SDK")
                        .setup(Setup.CONTEXT_CLASS_LOADER_WITH_ANOTHER_SDK),
                Surroundings.of("broken services on the class path").firstOnClassPath("{files}/services"),
                Surroundings.of("HTTP clients that are not there")
                        .property("software.amazon.awssdk.http.service.impl", "com.example.Missing")
                        .property("software.amazon.awssdk.http.async.service.impl", "com.example.Missing"),
                unusableTlsAndLogging(Surroundings.of("protocols, ciphers and loggers that do not exist")),
                Surroundings.of("a log factory that is not there")
                        .property("org.apache.commons.logging.LogFactory", "com.example.Missing"),
                lineBreaks(Surroundings.of("line breaks in what requests tell of the surroundings")),
                Surroundings.of("IPv6 first").property("java.net.preferIPv6Addresses", "true"),
                Surroundings.of("IPv4 only").property("java.net.preferIPv4Stack", "true"),
                Surroundings.of("other habits of the JDK's HTTP client")
                        .property("http.keepAlive", "false")
                        .property("http.agent", "other")
                        .property("http.maxRedirects", "0")
                        .property("sun.net.http.errorstream.enableBuffering", "true"));
    }

    private static Surroundings proxyProperties(Surroundings row) {
        return row.property("http.proxyHost", "127.0.0.1")
                .property("http.proxyPort", "{trap}")
                .property("https.proxyHost", "127.0.0.1")
                .property("https.proxyPort", "{trap}")
                .property("http.nonProxyHosts", "");
    }

    private static Surroundings unusableTlsAndLogging(Surroundings row) {
        return row.property("jdk.tls.client.protocols", "none")
                .property("https.protocols", "none")
                .property("https.cipherSuites", "none")
                .property("org.apache.commons.logging.Log", "com.example.Missing");
    }

    private static Surroundings lineBreaks(Surroundings row) {
        return row.property("java.vendor", "other\nvendor")
                .variable("AWS_EXECUTION_ENV", "other\r\nX-Other: other")
                .variable("_X_AMZN_TRACE_ID", "Root=1-67891233\nabcdef")
                .variable("AWS_LAMBDA_FUNCTION_NAME", "other");
    }

    private static Surroundings proxyVariables(Surroundings row) {
        return row.variable("HTTP_PROXY", TRAP)
                .variable("http_proxy", TRAP)
                .variable("HTTPS_PROXY", TRAP)
                .variable("https_proxy", TRAP)
                .variable("ALL_PROXY", TRAP)
                .variable("all_proxy", TRAP)
                .variable("NO_PROXY", "")
                .variable("no_proxy", "");
    }

    private static Surroundings files(String name, String file) {
        return Surroundings.of(name)
                .variable("AWS_CONFIG_FILE", "{files}/" + file)
                .variable("AWS_SHARED_CREDENTIALS_FILE", "{files}/" + file);
    }

    private static Surroundings locale(String name, String language, String country) {
        return Surroundings.of(name).property("user.language", language).property("user.country", country);
    }

    private static Surroundings foreignVariables(Surroundings row) {
        return row.variable("AWS_REGION", "eu-west-3")
                .variable("AWS_DEFAULT_REGION", "eu-west-3")
                .variable("AWS_ACCESS_KEY_ID", "AKIADEVELOPER0000000")
                .variable("AWS_SECRET_ACCESS_KEY", "secret")
                .variable("AWS_SESSION_TOKEN", "token")
                .variable("AWS_ENDPOINT_URL", TRAP)
                .variable("AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING", TRAP)
                .variable("AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY", TRAP)
                .variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")
                .variable("AWS_USE_FIPS_ENDPOINT", "true")
                .variable("AWS_USE_DUALSTACK_ENDPOINT", "true")
                .variable("AWS_RETRY_MODE", "standard")
                .variable("AWS_MAX_ATTEMPTS", "1")
                .variable("AWS_NEW_RETRIES_2026", "true")
                .variable("AWS_DEFAULTS_MODE", "in-region")
                .variable("AWS_SDK_UA_APP_ID", "other")
                .variable("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "0")
                .variable("AWS_DISABLE_REQUEST_COMPRESSION", "true")
                .variable("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required")
                .variable("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_required")
                .variable("AWS_ACCOUNT_ID_ENDPOINT_MODE", "required")
                .variable("AWS_AUTH_SCHEME_PREFERENCE", "httpBearerAuth,noAuth")
                .variable("AWS_SIGV4A_SIGNING_REGION_SET", "*")
                .variable("AWS_STS_REGIONAL_ENDPOINTS", "legacy")
                .variable("AWS_EC2_METADATA_DISABLED", "true")
                .variable("AWS_EXECUTION_ENV", "other")
                .variable("_X_AMZN_TRACE_ID", "Root=1-67891233-abcdef012345678912345678")
                .variable("AWS_LAMBDA_FUNCTION_NAME", "other");
    }

    private static Surroundings foreignProperties(Surroundings row) {
        return row.property("aws.region", "eu-west-3")
                .property("aws.accessKeyId", "AKIADEVELOPER0000000")
                .property("aws.secretAccessKey", "secret")
                .property("aws.sessionToken", "token")
                .property("aws.endpointUrl", TRAP)
                .property("aws.endpointUrlChimeSdkMessaging", TRAP)
                .property("aws.endpointUrlChimeSdkIdentity", TRAP)
                .property("aws.ignoreConfiguredEndpointUrls", "true")
                .property("aws.useFipsEndpoint", "true")
                .property("aws.useDualstackEndpoint", "true")
                .property("aws.retryMode", "standard")
                .property("aws.maxAttempts", "1")
                .property("aws.newRetries2026", "true")
                .property("aws.defaultsMode", "in-region")
                .property("sdk.ua.appId", "other")
                .property("aws.userAgentAppId", "other")
                .property("aws.requestMinCompressionSizeBytes", "0")
                .property("aws.requestChecksumCalculation", "when_required")
                .property("aws.responseChecksumValidation", "when_required")
                .property("aws.accountIdEndpointMode", "required")
                .property("aws.authSchemePreference", "httpBearerAuth,noAuth")
                .property("aws.sigv4aSigningRegionSet", "*")
                .property("aws.disableEc2Metadata", "true");
    }

    private static Surroundings nonsenseVariables(Surroundings row) {
        return row.variable("AWS_REGION", "no region")
                .variable("AWS_ENDPOINT_URL", "not a URI")
                .variable("AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING", "not a URI")
                .variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "perhaps")
                .variable("AWS_USE_FIPS_ENDPOINT", "perhaps")
                .variable("AWS_USE_DUALSTACK_ENDPOINT", "perhaps")
                .variable("AWS_RETRY_MODE", "sometimes")
                .variable("AWS_MAX_ATTEMPTS", "many")
                .variable("AWS_DEFAULTS_MODE", "none")
                .variable("AWS_SDK_UA_APP_ID", "ä ö ü ".repeat(20))
                .variable("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "-1")
                .variable("AWS_DISABLE_REQUEST_COMPRESSION", "perhaps")
                .variable("AWS_REQUEST_CHECKSUM_CALCULATION", "perhaps")
                .variable("AWS_RESPONSE_CHECKSUM_VALIDATION", "perhaps")
                .variable("AWS_ACCOUNT_ID_ENDPOINT_MODE", "perhaps")
                .variable("AWS_AUTH_SCHEME_PREFERENCE", ",,")
                .variable("AWS_STS_REGIONAL_ENDPOINTS", "perhaps");
    }

    private static Surroundings nonsenseProperties(Surroundings row) {
        return row.property("aws.region", "no region")
                .property("aws.useFipsEndpoint", "perhaps")
                .property("aws.useDualstackEndpoint", "perhaps")
                .property("aws.retryMode", "sometimes")
                .property("aws.maxAttempts", "many")
                .property("aws.defaultsMode", "none")
                .property("aws.requestMinCompressionSizeBytes", "-1")
                .property("aws.disableRequestCompression", "perhaps")
                .property("aws.requestChecksumCalculation", "perhaps")
                .property("aws.responseChecksumValidation", "perhaps")
                .property("aws.accountIdEndpointMode", "perhaps");
    }
}
