package com.example.chat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChatApplication {
    /** Starts the application. */
    public static void main(String[] arguments) {
        SpringApplication.run(ChatApplication.class, arguments);
    }
}
