package com.example.chat;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClientBuilder;

/** The client of the application. */
@Configuration(proxyBeanMethods = false)
public class ChimeConfiguration {
    @Bean
    ChimeSdkMessagingClient chimeClient(ChimeProperties chime) {
        ChimeSdkMessagingClientBuilder builder =
                ChimeSdkMessagingClient.builder().region(Region.of(chime.region()));
        if (chime.endpoint() != null) {
            builder.endpointOverride(chime.endpoint());
        }
        if (chime.accessKeyId() != null) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(chime.accessKeyId(), chime.secretAccessKey())));
        }
        return builder.build();
    }
}
