package io.github.chimefake.spring.boot;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** An application with its own client, which it directs by properties. */
@SpringBootConfiguration(proxyBeanMethods = false)
class ChatApplication {
    @Bean
    ChimeSdkMessagingClient ownClient(
            @Value("${chat.endpoint}") URI endpoint,
            @Value("${chat.region}") String region,
            @Value("${chat.key}") String key,
            @Value("${chat.secret}") String secret) {
        return ChimeSdkMessagingClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .build();
    }
}
