package com.example.chat;

import io.github.chimefake.spring.boot.AutoConfigureChimeMessagingFake;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@AutoConfigureChimeMessagingFake(
        users = {"alice", "bob"},
        appInstance = "${chat.chime.app-instance-arn}",
        endpointProperty = "chat.chime.endpoint",
        accessKeyIdProperty = "chat.chime.access-key-id",
        secretAccessKeyProperty = "chat.chime.secret-access-key")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ChatTest {}
