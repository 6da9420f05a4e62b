package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.spring.boot.AutoConfigureChimeMessagingFake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** The properties that direct an application to the fake, by what they get. */
record FakeProperties(
        List<String> endpoint,
        List<String> region,
        List<String> accessKeyId,
        List<String> secretAccessKey,
        List<String> appInstance) {
    private static final String SPRING_CLOUD_AWS = "io.awspring.cloud.autoconfigure.core.AwsProperties";

    static FakeProperties of(AutoConfigureChimeMessagingFake annotation) {
        boolean springCloudAws = annotation.springCloudAws()
                && ClassUtils.isPresent(SPRING_CLOUD_AWS, FakeProperties.class.getClassLoader());
        return new FakeProperties(
                names(annotation.endpointProperty(), springCloudAws, "spring.cloud.aws.endpoint"),
                names(annotation.regionProperty(), springCloudAws, "spring.cloud.aws.region.static"),
                names(annotation.accessKeyIdProperty(), springCloudAws, "spring.cloud.aws.credentials.access-key"),
                names(annotation.secretAccessKeyProperty(), springCloudAws, "spring.cloud.aws.credentials.secret-key"),
                List.of(annotation.appInstanceProperty()));
    }

    private static List<String> names(String[] given, boolean springCloudAws, String ofSpringCloudAws) {
        List<String> names = new ArrayList<>(List.of(given));
        if (springCloudAws && !names.contains(ofSpringCloudAws)) {
            names.add(ofSpringCloudAws);
        }
        return List.copyOf(names);
    }

    /**
     * Checks the names.
     *
     * @throws IllegalStateException if one is blank, or is to get two values
     */
    void check() {
        Set<String> names = new HashSet<>();
        Stream.of(endpoint, region, accessKeyId, secretAccessKey, appInstance)
                .flatMap(List::stream)
                .filter(name -> name.isBlank() || !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException("@AutoConfigureChimeMessagingFake: the property name \"" + name
                            + "\" is blank or given twice. Give each property one value");
                });
    }

    /** Returns the values by property. The names were {@linkplain #check() checked}. */
    Map<String, Object> values(ChimeMessagingServer chime) {
        AwsCredentials credentials = chime.caller().credentials();
        Map<String, Object> values = new HashMap<>();
        endpoint.forEach(name -> values.put(name, chime.endpoint().toString()));
        region.forEach(name -> values.put(name, chime.region()));
        accessKeyId.forEach(name -> values.put(name, credentials.accessKeyId()));
        secretAccessKey.forEach(name -> values.put(name, credentials.secretAccessKey()));
        appInstance.forEach(name -> values.put(name, chime.appInstance().arn()));
        return values;
    }
}
