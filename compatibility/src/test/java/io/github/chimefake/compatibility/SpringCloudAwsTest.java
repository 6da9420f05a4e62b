package io.github.chimefake.compatibility;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.spring.boot.AutoConfigureChimeMessagingFake;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

/** A client that the application configures with Spring Cloud AWS, and no property is named. */
@SpringBootTest(
        classes = SpringCloudAwsTest.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.cloud.aws.region.static=us-west-2",
            "spring.cloud.aws.credentials.access-key=of-production"
        })
@AutoConfigureChimeMessagingFake(users = "alice", region = "eu-central-1")
class SpringCloudAwsTest {
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        ChimeSdkMessagingClient client(AwsClientBuilderConfigurer aws) {
            return aws.configure(ChimeSdkMessagingClient.builder()).build();
        }
    }

    @Test
    void callsTheFake(@Autowired ChimeMessagingServer chime, @Autowired ChimeSdkMessagingClient client) {
        client.listChannels(
                request -> request.appInstanceArn(chime.appInstance().arn())
                        .chimeBearer(chime.user("alice").arn()));

        assertThat(chime).received(ListChannelsRequest.class).times(1);
    }
}
