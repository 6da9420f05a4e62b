package io.github.chimefake.spring.boot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;

/** A composed annotation, as a team writes it once for all tests of its application. */
@SpringBootTest(
        classes = ChatApplication.class,
        properties = {"spring.main.banner-mode=off", "logging.level.root=error", "chat.admin=root"})
@AutoConfigureChimeMessagingFake(
        endpointProperty = "chat.endpoint",
        regionProperty = "chat.region",
        accessKeyIdProperty = "chat.key",
        secretAccessKeyProperty = "chat.secret",
        appInstanceProperty = {"chat.app-instance", "chat.tenant"})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ChatTest {
    @AliasFor(annotation = AutoConfigureChimeMessagingFake.class)
    String[] users() default {"alice", "${chat.admin}"};

    @AliasFor(annotation = AutoConfigureChimeMessagingFake.class)
    String region() default "";
}
