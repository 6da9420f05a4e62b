package io.github.chimefake.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextHierarchy;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Contexts above each other, and a client that a test replaces. */
@SpringJUnitConfig
@ContextHierarchy({
    @ContextConfiguration(name = "above", classes = HierarchyTest.Above.class),
    @ContextConfiguration(name = "below", classes = HierarchyTest.Below.class)
})
@AutoConfigureChimeMessagingFake(users = "alice", endpointProperty = "chat.endpoint")
class HierarchyTest {
    @Configuration(proxyBeanMethods = false)
    static class Above {}

    @Configuration(proxyBeanMethods = false)
    static class Below {}

    @TestBean
    private ChimeSdkMessagingClient client;

    static ChimeSdkMessagingClient client() {
        return new ChimeSdkMessagingClient() {
            @Override
            public String serviceName() {
                return "of the test";
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void allContextsUseOneFake(
            @Autowired ApplicationContext below,
            @Autowired ChimeMessagingServer chime,
            @Value("${chat.endpoint}") String endpoint) {
        ApplicationContext above = Objects.requireNonNull(below.getParent());

        assertThat(above.getBean(ChimeMessagingServer.class)).isSameAs(chime);
        assertThat(endpoint).isEqualTo(chime.endpoint().toString());
        assertThat(below.containsLocalBean("chimeMessagingFake")).isFalse();
    }

    @Test
    void theBeanOfTheTestReplacesTheClientOfTheFake() {
        assertThat(client.serviceName()).isEqualTo("of the test");
    }
}
