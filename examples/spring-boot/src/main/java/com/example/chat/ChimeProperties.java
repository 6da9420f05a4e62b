package com.example.chat;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Chime is. The endpoint and the access key are only set in tests and in development; in production, the SDK finds them.
 *
 * @param appInstanceArn the app instance of this application
 */
@ConfigurationProperties("chat.chime")
public record ChimeProperties(
        String region, String appInstanceArn, URI endpoint, String accessKeyId, String secretAccessKey) {}
